package lantern.access;

/** Nobody is signed in, or the session has ended or gone idle. Pages answer with the sign-in page, the API with 401. */
public final class NotSignedIn extends RuntimeException {
    private static final long serialVersionUID = 1;

    public NotSignedIn() {
        super("Sign in to go on", null, false, false);
    }
}
