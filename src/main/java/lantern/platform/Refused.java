package lantern.platform;

import org.jspecify.annotations.Nullable;

/**
 * A rule said no. Holds one sentence that tells the reader what to do, the form field it is about when there is one,
 * and the HTTP status it is answered with (422 unless said otherwise). Pages show the sentence as it stands, so it never
 * names a child or says whether something that may not be seen exists.
 */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final @Nullable String field;
    private final int status;

    public Refused(String whatToDo) {
        this(whatToDo, null, 422);
    }

    public Refused(String whatToDo, String field) {
        this(whatToDo, field, 422);
    }

    private Refused(String whatToDo, @Nullable String field, int status) {
        // No stack trace: a refusal is an answer, not a fault.
        super(whatToDo, null, false, false);
        this.field = field;
        this.status = status;
    }

    /** The person is known but may not do this. */
    public static Refused notAllowed(String whatToDo) {
        return new Refused(whatToDo, null, 403);
    }

    /** Says the same whether a thing does not exist or may not be seen, so that neither can be told from the other. */
    public static Refused notFound() {
        return new Refused("Check the address, or search for the record.", null, 404);
    }

    /** Someone else changed the record first. */
    public static Refused conflict(String whatToDo) {
        return new Refused(whatToDo, null, 409);
    }

    /** More was sent than is read. */
    public static Refused tooLarge(String whatToDo) {
        return new Refused(whatToDo, null, 413);
    }

    /** Too much was asked for in too short a time. */
    public static Refused tooMany(String whatToDo) {
        return new Refused(whatToDo, null, 429);
    }

    /** What was sent is not in a form that can be read at all. */
    public static Refused unreadable(String whatToDo) {
        return new Refused(whatToDo, null, 400);
    }

    /** What was sent is of a kind that is not taken here. */
    public static Refused wrongKind(String whatToDo) {
        return new Refused(whatToDo, null, 415);
    }

    public String sentence() {
        var sentence = getMessage();
        return sentence == null ? "" : sentence;
    }

    public @Nullable String field() {
        return field;
    }

    public int status() {
        return status;
    }
}
