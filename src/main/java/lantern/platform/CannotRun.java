package lantern.platform;

/**
 * Something about this machine or its settings stops Lantern. The message is for whoever runs it: what is wrong and what
 * to do, in a sentence or two; the command line prints it without a stack trace and ends with exit code 1.
 */
public final class CannotRun extends RuntimeException {
    public CannotRun(String sentence) {
        super(sentence);
    }

    public CannotRun(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
