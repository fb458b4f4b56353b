package lantern.demo.rows;

/** The tables a region fills, in an order in which every row finds what it refers to. */
public enum Table {
    AUTHORITY("access.authority", "id, code, name"),
    AGENCY("access.agency", "authority_id, id, code, kind, name"),
    TEAM("access.team", "authority_id, id, agency_id, name"),
    PERSON("access.person", "authority_id, id, name, email, state, created_at"),
    POST("access.post", "authority_id, id, person_id, agency_id, team_id, role, starts_at"),
    CLIENT("access.client", "authority_id, id, agency_id, name, kind, created_at"),
    CHILD(
            "children.child",
            "authority_id, id, reference, family_name, given_names, known_as, date_of_birth, birth_precision, sex, ethnicity, description, standing, responsible_authority, recorded_at, recorded_by"),
    NAME("children.name", "authority_id, id, child_id, kind, family_name, given_names, recorded_at, recorded_by"),
    IDENTIFIER("children.identifier", "authority_id, id, child_id, kind, value, well_formed, recorded_at, recorded_by"),
    ADDRESS(
            "children.address",
            "authority_id, id, child_id, kind, lines, postcode, starts_on, ends_on, recorded_at, recorded_by"),
    PHONE("children.phone", "authority_id, id, child_id, number, recorded_at, recorded_by"),
    LEGAL_STATUS(
            "children.legal_status", "authority_id, id, child_id, code, starts_on, ends_on, recorded_at, recorded_by"),
    PLACEMENT(
            "children.placement",
            "authority_id, id, child_id, type_code, provider_code, name, host_authority, starts_on, ends_on, recorded_at, recorded_by"),
    PLACEMENT_ADDRESS("children.placement_address", "authority_id, placement_id, child_id, lines, postcode"),
    ALLOCATION(
            "children.allocation", "authority_id, id, child_id, person_id, team_id, starts_at, ends_at, recorded_by"),
    FLAG(
            "children.flag",
            "authority_id, id, child_id, text, owner_id, review_on, raised_at, raised_by, removed_at, removed_by, removed_because"),
    SCHOOLING(
            "children.schooling",
            "authority_id, id, child_id, urn, name, starts_on, ends_on, recorded_at, recorded_by"),
    RELATION(
            "children.carer",
            "authority_id, id, child_id, relationship, name, parental_responsibility, contact, contact_note, phone, recorded_at, recorded_by"),
    SOCIAL_ACCOUNT("children.account", "authority_id, id, child_id, platform, handle, recorded_at, recorded_by"),
    MEDICAL_NEED(
            "children.medical_need",
            "authority_id, id, child_id, need, medicine, without_it, recorded_at, recorded_by"),
    DISABILITY("children.disability", "authority_id, id, child_id, code, note, recorded_at, recorded_by"),
    PEN_PICTURE(
            "children.pen_picture",
            "authority_id, id, child_id, looks, build, hair, marks, clothing, places, people, vulnerabilities, transport, recorded_at, recorded_by"),
    FILE("files.kept", "authority_id, id, child_id, name, kind, bytes, sha256, kept_at, kept_by"),
    PHOTOGRAPH(
            "children.photograph",
            "authority_id, id, child_id, file_id, taken_on, taken_by, basis, review_on, recorded_at, recorded_by"),
    REVIEWING_OFFICER(
            "children.reviewing_officer", "authority_id, id, child_id, person_id, starts_at, ends_at, recorded_by"),
    SAFE_ADDRESS(
            "children.safe_address",
            "authority_id, id, child_id, lines, postcode, who_may_know, recorded_at, recorded_by"),
    INVOLVEMENT(
            "access.involvement",
            "authority_id, id, child_id, agency_id, team_id, kind, subject_id, starts_at, ends_at"),
    NOTIFICATION(
            "intake.notification",
            "authority_id, id, agency_id, channel, source, source_reference, kind, occurred_at, reported_at, received_at, received_by, raw, said, state, child_id, parked_because, wants_feedback, police_reference"),
    QUARANTINE("intake.quarantine", "authority_id, id, agency_id, channel, received_at, received_by, raw, problems"),
    LINK(
            "intake.link",
            "authority_id, id, notification_id, child_id, how, probability, working, decided_at, decided_by"),
    TRIAGE("intake.triage", "authority_id, id, notification_id, child_id, rating, reason, decided_at, decided_by"),
    RESPONSE(
            "intake.response",
            "authority_id, id, notification_id, child_id, kind, words, happened_at, recorded_at, recorded_by"),
    FEEDBACK("intake.feedback", "authority_id, id, notification_id, child_id, words, sent_at, sent_by"),
    EPISODE(
            "missing.episode",
            "authority_id, id, child_id, stage, missing_from, missing_since, last_seen_place, last_seen_by, circumstances, out_of_character, reported_by_carer, looked_after, placement_name, police_reference, opened_at, opened_by, located_at, located_place, located_by, returned_at, returned_to, harm, harm_note, closed_at, closed_by, closed_review, found_by_notification, returned_by_notification, changed_at"),
    EPISODE_NOTIFICATION(
            "missing.episode_notification", "authority_id, episode_id, notification_id, child_id, linked_at"),
    CLASSIFICATION(
            "missing.classification",
            "authority_id, id, episode_id, child_id, axis, value, happened_at, recorded_at, recorded_by, reason, notification_id"),
    STEP(
            "missing.step",
            "authority_id, id, episode_id, child_id, kind, who_was_told, words, happened_at, recorded_at, recorded_by"),
    INTERVIEW(
            "missing.interview",
            "authority_id, id, child_id, provider_agency_id, referred_at, referred_by, triage, outcome, outcome_at, outcome_reason, outcome_by, accepted_at, held_where, held_by, independent, method, others_present, outcome_code"),
    INTERVIEW_EPISODE("missing.interview_episode", "authority_id, interview_id, episode_id, child_id"),
    INTERVIEW_CONTACT(
            "missing.interview_contact",
            "authority_id, id, interview_id, child_id, kind, how, words, happened_at, recorded_at, recorded_by"),
    INTERVIEW_INDICATOR(
            "missing.interview_indicator",
            "authority_id, interview_id, child_id, indicator, note, recorded_at, recorded_by"),
    INTERVIEW_NARRATIVE(
            "missing.interview_narrative",
            "authority_id, interview_id, child_id, before_it, during_it, after_it, own_words, recommendations, stayed_where, stayed_with, consent, recorded_at, recorded_by"),
    INTERVIEW_TRIAGE(
            "missing.interview_triage",
            "authority_id, id, interview_id, child_id, rating, reason, decided_at, decided_by"),
    INTERVIEW_FACTOR(
            "missing.interview_factor", "authority_id, interview_id, child_id, factor, recorded_at, recorded_by"),
    INTERVIEW_RECOMMENDATION(
            "missing.interview_recommendation",
            "authority_id, id, interview_id, child_id, for_whom, words, recorded_at, recorded_by"),
    RECOMMENDATION_ANSWER(
            "missing.recommendation_answer",
            "authority_id, id, recommendation_id, child_id, answer, answered_by, words, recorded_at, recorded_by"),
    INTERVIEW_MENTION(
            "missing.interview_mention",
            "authority_id, id, interview_id, child_id, kind, words, recorded_at, recorded_by, decision, decided_because, decided_at, decided_by"),
    FEEDBACK_COPY(
            "missing.feedback_copy",
            "authority_id, id, interview_id, child_id, for_whom, recipient_agency, recipient, how, reason, sent_at, sent_by, received_at, received_by, filed_at, filed_by"),
    FEEDBACK_PART(
            "missing.feedback_part", "authority_id, copy_id, place, child_id, code, heading, said, withheld, lines"),
    CONCERN(
            "exploitation.concern",
            "authority_id, id, child_id, kinds, raised_at, recorded_at, recorded_by, level, level_since, level_before, assessed_at, other_plan, closed_at, closed_by, closed_outcome, closed_because"),
    CONCERN_REPORT(
            "exploitation.concern_report",
            "authority_id, id, concern_id, child_id, kinds, source, who, words, happened_at, recorded_at, recorded_by"),
    ASSESSMENT(
            "exploitation.assessment",
            "authority_id, id, concern_id, child_id, kind, instrument_id, begun_at, begun_by, finished_at, finished_by, score, not_known, suggested, level, because"),
    ASSESSMENT_ANSWER(
            "exploitation.assessment_answer",
            "authority_id, id, assessment_id, child_id, item, answer, note, answered_at, answered_by"),
    RISK_LEVEL(
            "exploitation.risk_level",
            "authority_id, id, concern_id, child_id, level, source, because, decided_at, decided_by, recorded_at"),
    PLAN(
            "exploitation.plan",
            "authority_id, id, concern_id, child_id, version, aims, child_views, parent_views, other_plan, reviewed, recorded_at, recorded_by"),
    PLAN_REFERRAL(
            "exploitation.plan_referral",
            "authority_id, id, concern_id, child_id, service, purpose, referred_on, answer, answered_on, recorded_at, recorded_by"),
    PANEL_PRESENTATION(
            "exploitation.panel_presentation",
            "authority_id, id, concern_id, child_id, presented_on, single_assessment_on, recorded_at, recorded_by"),
    HAPPENING(
            "timescales.happening",
            "authority_id, id, subject_kind, subject_id, child_id, event, happened_at, holding, recorded_at, recorded_by"),
    TIMESCALE(
            "timescales.timescale",
            "authority_id, id, standard_id, version_id, subject_kind, subject_id, child_id, owner_role, owner_agency, owner_team, owner_person, worker_team, started_by, starts_at, due_at, due_soon_at, met_at, cancelled_at, cancelled_because, next_send_at, recorded_at");

    private final String table;
    private final String columnNames;
    private final int columns;

    Table(String table, String columnNames) {
        this.table = table;
        this.columnNames = columnNames;
        this.columns = columnNames.split(",").length;
    }

    public String table() {
        return table;
    }

    public String columnNames() {
        return columnNames;
    }

    int columns() {
        return columns;
    }
}
