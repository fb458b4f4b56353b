package lantern.access;

import java.util.Locale;

/** What a role or a scope lets somebody do. The codes stand in access.role and access.scope; a role holds a list of them. */
public enum Permission {
    READ_INBOX,
    WRITE_NOTIFICATION,
    DECIDE_NOTIFICATION,
    READ_CHILD,
    WRITE_CHILD,
    READ_EPISODE,
    WRITE_EPISODE,
    CLOSE_EPISODE,
    MERGE_EPISODES,
    READ_INTERVIEW,
    REFER_INTERVIEW,
    WRITE_INTERVIEW,
    READ_NARRATIVE,
    READ_TIMESCALES,
    WAIVE_TIMESCALES,
    CHANGE_STANDARDS,
    READ_LEDGER,
    READ_HEADS,
    RESTRICT_RECORD,
    OPEN_RESTRICTED,
    EXPLAIN_ACCESS,
    REVIEW_ACCESS,
    MANAGE_AGREEMENTS,
    DISCLOSE,
    APPROVE_DISCLOSURE,
    RECEIVE_DISCLOSURE,
    MANAGE_INTAKE,
    MANAGE_PEOPLE,
    MANAGE_TOKENS;

    /** The code as the database holds it: READ_CHILD is 'read-child'. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Permission of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
