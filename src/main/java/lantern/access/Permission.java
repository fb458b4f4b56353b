package lantern.access;

import java.util.Locale;

/** What a role or a scope lets somebody do. The codes stand in access.role and access.scope; a role holds a list of them. */
public enum Permission {
    READ_INBOX("Read the hub's inbox"),
    WRITE_NOTIFICATION("Send a notification about a child"),
    DECIDE_NOTIFICATION("Decide on notifications: which child, how urgent, what to do"),
    READ_CHILD("Find and open children's records that they see"),
    WRITE_CHILD("Register children and change what is known of them"),
    MERGE_CHILDREN("Make two records of one child into one, and two again"),
    READ_EPISODE("Read missing episodes"),
    WRITE_EPISODE("Record missing episodes: steps, who was told, found, returned"),
    CLOSE_EPISODE("Close a missing episode"),
    MERGE_EPISODES("Make two records of one absence into one"),
    CHOOSE_WORRYING("Decide which children the monthly group looks at"),
    READ_INTERVIEW("Read return interviews, without what the child said"),
    REFER_INTERVIEW("Refer a child for a return interview"),
    WRITE_INTERVIEW("Hold and record return interviews"),
    READ_NARRATIVE("Read what a child said in a return interview"),
    SEND_FEEDBACK("Send the feedback form of a return interview"),
    READ_TIMESCALES("Read timescales and notices"),
    WAIVE_TIMESCALES("Decide that a timescale need not be met, with a reason"),
    CHANGE_STANDARDS("Change a number of practice for the authority"),
    READ_LEDGER("Read the ledger: who looked at what and did what"),
    RESTRICT_RECORD("Restrict a record to named people, and lift it"),
    OPEN_RESTRICTED("Open a restricted record in an emergency"),
    EXPLAIN_ACCESS("See who can see a child, and why"),
    REVIEW_ACCESS("Review records that were opened in an emergency"),
    MANAGE_AGREEMENTS("Make, change and end sharing agreements with agencies"),
    DISCLOSE("Build a document for somebody outside, as that recipient may see it"),
    APPROVE_DISCLOSURE("Agree, as the second person, to a document that holds high-risk parts"),
    READ_HEADS("Keep the heads of the ledger, as a witness"),
    RECEIVE_DISCLOSURE("Receive documents that were built for their agency"),
    MANAGE_INTAKE("Say how notifications come by e-mail, and from whom"),
    MANAGE_PEOPLE("Look after the people of their agency: invite, move, disable, review"),
    MANAGE_ALL_AGENCIES(
            "Look after people, teams and connected systems of every agency, and agree to changes of those who reach every child"),
    MANAGE_TOKENS("Look after the connected systems of their agency and their tokens"),
    READ_OVERSIGHT("Read inquiries, recommendations and their papers"),
    WRITE_OVERSIGHT("Enter recommendations, evidence, categories and conclusions"),
    PUBLISH_OVERSIGHT("Publish what a committee has received"),
    READ_MEETINGS("Read meetings about children, their minutes and their actions"),
    HOLD_MEETINGS("Plan meetings, invite to them, record that they were held and issue the minutes"),
    TAKE_MINUTES("Write the minutes of a meeting"),
    RECORD_CONCERN("Record a concern that a child is exploited"),
    READ_EXPLOITATION("Read concerns about exploitation, assessments and plans"),
    ASSESS_EXPLOITATION("Screen and assess children for exploitation, and write their plans"),
    SET_LEVEL("Set the level of risk of exploitation, step down and close a concern"),
    LEAD_TRACKER("Lead the tracker of exploitation: panels, early warning"),
    LOAD_INSTRUMENTS(
            "Load screening and assessment tools, sign off those that somebody else loaded, and enter words for levels"),
    MANAGE_WEBHOOKS("Say which of their agency's systems are told what happens (webhooks)");

    private final String words;

    Permission(String words) {
        this.words = words;
    }

    /** What it lets somebody do, as a manager reads it: "Close a missing episode". */
    public String words() {
        return words;
    }

    /** The code as the database holds it: READ_CHILD is 'read-child'. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Permission of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
