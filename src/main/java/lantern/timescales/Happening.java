package lantern.timescales;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Every event and every fact that a standard may name. The words beside an event finish the sentence "met by: ..." on a
 * page; a standard that names anything else is refused when it is loaded.
 */
public final class Happening {
    private Happening() {}

    // the notification (subject: notification)
    public static final String NOTIFICATION_RECEIVED = "notification-received";
    public static final String TRIAGED_RED = "triaged-red";
    public static final String TRIAGED_AMBER = "triaged-amber";
    public static final String TRIAGED_GREEN = "triaged-green";
    public static final String NO_FURTHER_ACTION = "no-further-action";
    public static final String DISCUSSION_HELD = "discussion-held";
    public static final String SUPPORT_IDENTIFIED = "support-identified";
    public static final String MISSING_NOTIFIED = "missing-notified";
    public static final String FOUND_NOTIFIED = "found-notified";
    public static final String WORKER_INFORMED = "worker-informed";
    public static final String REFERRAL_TRIAGED = "referral-triaged";
    public static final String REFERRER_FEEDBACK_SENT = "referrer-feedback-sent";
    public static final String KEPT_AS_INTELLIGENCE = "kept-as-intelligence";
    public static final String NOTIFICATION_PAIRED = "notification-paired";
    public static final String UNLINKED = "unlinked";

    // the notification or the episode
    public static final String STRATEGY_MEETING_HELD = "strategy-meeting-held";

    // the missing episode (subject: episode)
    public static final String EPISODE_OPENED = "episode-opened";
    public static final String MISSING_SINCE = "missing-since";
    public static final String IRO_INFORMED = "iro-informed";
    public static final String DUTY_PLAN_RECORDED = "duty-plan-recorded";
    public static final String POLICE_INFORMED = "police-informed";
    public static final String DIRECTOR_INFORMED = "director-informed";
    public static final String CONCERN_RAISED = "concern-raised";
    public static final String FOUND = "found";
    public static final String RETURNED = "returned";
    public static final String VISIT_RECORDED = "visit-recorded";
    public static final String THOSE_TOLD_INFORMED = "those-told-informed";
    public static final String INTERVIEW_RESOLVED = "interview-resolved";
    public static final String EPISODE_MERGED = "episode-merged";
    public static final String EPISODE_VOIDED = "episode-voided";

    // the return interview (subject: interview)
    public static final String INTERVIEW_REFERRAL_RECEIVED = "interview-referral-received";
    public static final String INTERVIEW_CONTACT_ATTEMPTED = "interview-contact-attempted";
    public static final String INTERVIEW_HELD = "interview-held";
    public static final String INTERVIEW_CLOSED = "interview-closed";
    public static final String FEEDBACK_SENT = "feedback-sent";
    public static final String FEEDBACK_FILED = "feedback-filed";

    // a record opened in an emergency (subject: break-glass)
    public static final String BREAK_GLASS_OPENED = "break-glass-opened";
    public static final String BREAK_GLASS_REVIEWED = "break-glass-reviewed";

    // what is kept current of a child (subject: child)
    public static final String BECAME_LOOKED_AFTER = "became-looked-after";
    public static final String CEASED_LOOKED_AFTER = "ceased-looked-after";
    public static final String PEN_PICTURE_REVIEWED = "pen-picture-reviewed";
    public static final String PEN_PICTURE_IN_USE = "pen-picture-in-use";

    // a flag or a photograph on a child's record (subjects: flag, photograph)
    public static final String FLAG_IN_USE = "flag-in-use";
    public static final String FLAG_REVIEWED = "flag-reviewed";
    public static final String PHOTOGRAPH_IN_USE = "photograph-in-use";
    public static final String PHOTOGRAPH_REVIEWED = "photograph-reviewed";

    // the review of an agency's people (subject: people-review)
    public static final String PEOPLE_REVIEW_OPENED = "people-review-opened";
    public static final String PEOPLE_REVIEW_DONE = "people-review-done";

    // a concern that a child is exploited (subject: concern)
    public static final String LEVEL_SET_SERIOUS = "level-set-serious";
    public static final String LEVEL_SET_SIGNIFICANT = "level-set-significant";
    public static final String LEVEL_SET_LOWER = "level-set-lower";
    public static final String CONCERN_CLOSED = "concern-closed";
    public static final String EXPLOITATION_CONCERN_RECORDED = "exploitation-concern-recorded";
    public static final String SCREENING_COMPLETED = "screening-completed";
    public static final String RISK_ASSESSED = "risk-assessed";
    public static final String RISK_ASSESSMENT_IN_USE = "risk-assessment-in-use";
    public static final String EXPLOITATION_PLAN_REVIEWED = "exploitation-plan-reviewed";
    public static final String EXPLOITATION_PLAN_IN_USE = "exploitation-plan-in-use";
    public static final String PRESENTED_TO_PANEL = "presented-to-panel";
    public static final String SINGLE_ASSESSMENT_RECORDED = "single-assessment-recorded";

    // a meeting about the subject
    public static final String MASE_HELD = "mase-held";
    public static final String MASE_PLAN_IN_USE = "mase-plan-in-use";
    public static final String MINUTES_ISSUED = "minutes-issued";

    // facts that a standard may ask for when its event happens
    public static final String NEEDS_TRIAGE = "needs-triage";
    public static final String POLICE_ABSENT = "police-absent";
    public static final String POLICE_NO_APPARENT_RISK = "police-no-apparent-risk";
    public static final String UNKNOWN_OR_CLOSED = "unknown-or-closed";
    public static final String ALLOCATED_WORKER = "allocated-worker";
    public static final String LOOKED_AFTER = "looked-after";
    public static final String NOT_FOUND = "not-found";
    public static final String REPORTED_BY_CARER = "reported-by-carer";
    public static final String REFERRER_WANTS_FEEDBACK = "referrer-wants-feedback";
    public static final String CONCERN_OPEN = "concern-open";
    public static final String NO_MASE_IN_TRAIN = "no-mase-in-train";
    public static final String NO_SINGLE_ASSESSMENT = "no-single-assessment";

    /** Event to the words a practitioner reads. */
    public static final Map<String, String> EVENTS = words(
            NOTIFICATION_RECEIVED, "a notification is received",
            TRIAGED_RED, "triage rates it Red",
            TRIAGED_AMBER, "triage rates it Amber",
            TRIAGED_GREEN, "triage rates it Green",
            NO_FURTHER_ACTION, "a decision not to act, with its reason",
            DISCUSSION_HELD, "a multi-agency discussion is held",
            SUPPORT_IDENTIFIED, "support services are identified",
            MISSING_NOTIFIED, "a missing notification about the child",
            FOUND_NOTIFIED, "a found notification about the child",
            WORKER_INFORMED, "the allocated worker is informed",
            REFERRAL_TRIAGED, "the referral is triaged",
            REFERRER_FEEDBACK_SENT, "feedback is sent to the referrer",
            KEPT_AS_INTELLIGENCE, "the notification is kept as intelligence only",
            NOTIFICATION_PAIRED, "the notification is paired with the report it belongs to",
            UNLINKED, "the notification is unlinked from the child",
            STRATEGY_MEETING_HELD, "a strategy meeting is held",
            EPISODE_OPENED, "a missing episode is opened",
            MISSING_SINCE, "the child goes missing",
            IRO_INFORMED, "the independent reviewing officer is informed",
            DUTY_PLAN_RECORDED, "a plan for duty staff is recorded",
            POLICE_INFORMED, "police are informed",
            DIRECTOR_INFORMED, "the Executive Director is informed, with the steps taken",
            CONCERN_RAISED, "a particular concern is raised on an open episode",
            FOUND, "the child is found",
            RETURNED, "the child returns",
            VISIT_RECORDED, "a visit to the child is recorded",
            THOSE_TOLD_INFORMED, "everyone told of the absence, and the parents, are told of the return",
            INTERVIEW_RESOLVED, "the return interview is held, declined, could not be done, or is covered by another",
            EPISODE_MERGED, "the episode is merged into another",
            EPISODE_VOIDED, "the episode is closed as recorded in error",
            INTERVIEW_REFERRAL_RECEIVED, "the provider receives the interview referral",
            INTERVIEW_CONTACT_ATTEMPTED, "a contact with the child is attempted",
            INTERVIEW_HELD, "the return interview is held",
            INTERVIEW_CLOSED, "the interview is closed without being held",
            FEEDBACK_SENT, "the feedback form is sent",
            FEEDBACK_FILED, "the feedback form is filed on the record by the worker",
            BREAK_GLASS_OPENED, "somebody opens a record that they cannot see",
            BREAK_GLASS_REVIEWED, "the information governance lead reviews it",
            BECAME_LOOKED_AFTER, "it is recorded that the child became looked after",
            CEASED_LOOKED_AFTER, "it is recorded that the child is looked after no more",
            PEN_PICTURE_REVIEWED, "the pen picture is written or reviewed",
            PEN_PICTURE_IN_USE, "a pen picture comes into use",
            FLAG_IN_USE, "a flag is raised, or kept after a review",
            FLAG_REVIEWED, "the flag is reviewed: kept or removed",
            PHOTOGRAPH_IN_USE, "a photograph is added, or kept after a review",
            PHOTOGRAPH_REVIEWED, "the photograph is reviewed: kept or taken off",
            PEOPLE_REVIEW_OPENED, "the review of an agency's people begins",
            PEOPLE_REVIEW_DONE, "each of the agency's people is decided on",
            LEVEL_SET_SERIOUS, "the level of risk is set to serious",
            LEVEL_SET_SIGNIFICANT, "the level of risk is set to significant",
            LEVEL_SET_LOWER, "the level of risk is set below significant",
            CONCERN_CLOSED, "the concern is closed",
            MASE_HELD, "a MASE meeting is held",
            MASE_PLAN_IN_USE, "a plan that a MASE meeting made comes into use",
            MINUTES_ISSUED, "the minutes of the meeting are issued",
            EXPLOITATION_CONCERN_RECORDED, "a concern that a child is exploited is recorded",
            SCREENING_COMPLETED, "the screening is completed",
            RISK_ASSESSED, "a risk assessment is completed",
            RISK_ASSESSMENT_IN_USE, "a completed risk assessment comes into use",
            EXPLOITATION_PLAN_REVIEWED, "the exploitation plan is reviewed",
            EXPLOITATION_PLAN_IN_USE, "an exploitation plan, new or reviewed, comes into use",
            PRESENTED_TO_PANEL, "the child is presented to the operational panel",
            SINGLE_ASSESSMENT_RECORDED, "a single assessment is recorded");

    /** Fact to the words a practitioner reads. */
    public static final Map<String, String> FACTS = words(
            NEEDS_TRIAGE, "the notification needs triage",
            POLICE_ABSENT, "police classed the child absent",
            POLICE_NO_APPARENT_RISK, "police found no apparent risk",
            UNKNOWN_OR_CLOSED, "the child is unknown or closed",
            ALLOCATED_WORKER, "the child has an allocated worker",
            LOOKED_AFTER, "the child is looked after",
            NOT_FOUND, "the child is not yet found",
            REPORTED_BY_CARER, "a carer reported it",
            REFERRER_WANTS_FEEDBACK, "the referrer wants feedback",
            CONCERN_OPEN, "the concern is open",
            NO_MASE_IN_TRAIN, "no MASE is planned",
            NO_SINGLE_ASSESSMENT, "no single assessment is recorded");

    private static Map<String, String> words(String... pairs) {
        var map = new LinkedHashMap<String, String>();
        for (var i = 0; i < pairs.length; i += 2) map.put(pairs[i], pairs[i + 1]);
        return java.util.Collections.unmodifiableMap(map);
    }
}
