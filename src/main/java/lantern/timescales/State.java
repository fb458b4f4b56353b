package lantern.timescales;

/** How a timescale stands at the moment of asking, with its word and the colour of its tag (never colour alone). */
public enum State {
    LATE("late", "Late", "red"),
    DUE_SOON("due-soon", "Due soon", "orange"),
    RUNNING("running", "Running", "blue"),
    NO_LIMIT("no-limit", "No limit set", "grey"),
    WAITING("waiting", "Not started yet", "grey"),
    MET_ON_TIME("met-on-time", "Met on time", "green"),
    MET_LATE("met-late", "Met late", "yellow"),
    CANCELLED("cancelled", "Cancelled", "grey"),
    WAIVED("waived", "Waived", "purple");

    public final String code;
    public final String words;
    public final String colour;

    State(String code, String words, String colour) {
        this.code = code;
        this.words = words;
        this.colour = colour;
    }

    /** Something still has to be done. */
    public boolean open() {
        return ordinal() <= WAITING.ordinal();
    }
}
