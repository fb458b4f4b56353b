package lantern.timescales.standard;

/** What a limit is counted in, with the words for one and for several. */
public enum Unit {
    /** Elapsed, on instants: an hour is an hour also when the clocks change. */
    HOURS("hour", "hours"),
    DAYS("day", "days"),
    WEEKS("week", "weeks"),
    MONTHS("month", "months"),
    WORKING_DAYS("working day", "working days"),
    SCHOOL_DAYS("school day", "school days"),
    /** Counted back from the event, with neither end. */
    CLEAR_WORKING_DAYS_BEFORE("clear working day before", "clear working days before"),
    /** When the office closes on that working day; has no number. */
    CLOSE_OF_OFFICE("close of office", "close of office"),
    /** The papers set no limit; nothing is ever late. */
    NO_LIMIT("no limit", "no limit");

    final String one;
    final String many;

    Unit(String one, String many) {
        this.one = one;
        this.many = many;
    }

    public boolean counted() {
        return this != CLOSE_OF_OFFICE && this != NO_LIMIT;
    }

    public String plural() {
        return many;
    }
}
