package lantern.platform.web.error;

import java.util.List;
import lantern.platform.web.Page;
import org.jspecify.annotations.Nullable;

/** What a reader is told when a page cannot be shown. A reference is there only when someone must look into it. */
public record ErrorPage(
        String title, List<String> sentences, @Nullable String reference) implements Page {

    /** The same for what does not exist and what may not be seen, so that neither can be told from the other. */
    static final ErrorPage NOT_FOUND = new ErrorPage(
            "Page not found",
            List.of(
                    "If you typed the address, check it is right. If you pasted it, check you copied all of it.",
                    "If you followed a link to a record, it may have moved, or it is not yours to see: search for it, or ask "
                            + "whoever sent you the link."),
            null);

    private static final ErrorPage FORM_TOO_OLD = new ErrorPage(
            "The page was open too long",
            List.of(
                    "Nothing was saved. Use your browser's back button: what you typed should still be there.",
                    "Copy it if it is long, reload the page, and send it again. If you are asked to, sign in first."),
            null);

    static ErrorPage of(int status, @Nullable String sentence, @Nullable String reference) {
        return switch (status) {
            case 404, 410 -> NOT_FOUND;
            case 401 ->
                new ErrorPage("Sign in to go on", List.of(or(sentence, "Sign in, then open the page again.")), null);
            case 403 -> sentence == null ? FORM_TOO_OLD : new ErrorPage("You may not do this", List.of(sentence), null);
            case 409 ->
                new ErrorPage(
                        "Someone changed this first",
                        List.of(or(sentence, "Go back, reload the page and look again.")),
                        null);
            case 413 ->
                new ErrorPage(
                        "That is too large",
                        List.of(
                                or(
                                        sentence,
                                        "Nothing of it was read. Files of at most 20 MB are taken: leave out pictures, or send it in parts.")),
                        null);
            case 422 ->
                new ErrorPage(
                        "This cannot be done yet", List.of(or(sentence, "Go back and check what you typed.")), null);
            case 429 ->
                new ErrorPage("Too many tries", List.of(or(sentence, "Wait a few minutes, then try again.")), null);
            case 503 ->
                new ErrorPage(
                        "Lantern is not available",
                        List.of("Nothing you sent in the last minute was saved. Try again in a few minutes.", PHONE),
                        reference);
            default ->
                status < 500
                        ? new ErrorPage(
                                "That request made no sense here",
                                List.of(or(sentence, "Go back, reload the page and try again.")),
                                null)
                        : new ErrorPage(
                                "Something went wrong",
                                List.of(
                                        "It is our fault, not yours. What you were doing was not saved: go back and try again.",
                                        "If it happens again, tell your Lantern administrator and give them the reference.",
                                        PHONE),
                                reference);
        };
    }

    private static final String PHONE =
            "If a child is in danger now, do not wait for this page: call 999, or your duty team.";

    private static String or(@Nullable String sentence, String otherwise) {
        return sentence == null ? otherwise : sentence;
    }
}
