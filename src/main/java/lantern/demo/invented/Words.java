package lantern.demo.invented;

import java.util.List;

/** Sentences of the kind people write, about nothing that happened. */
public final class Words {
    private Words() {}

    public static final List<String> CIRCUMSTANCES = List.of(
            "Left after an argument about the telephone and did not come back for tea.",
            "Was to be home by nine. The telephone is switched off and friends have not seen them.",
            "Climbed out of a window after lights out; took a rucksack and a coat.",
            "Did not arrive at school and did not return in the afternoon.",
            "Went to the shop with pocket money and was last seen getting on a bus.",
            "Was collected by an unknown car, a dark hatchback, at the end of the road.",
            "Left during contact with family, upset about a cancelled visit.",
            "Did not return from a friend's house; the friend says they left together at six.");
    public static final List<String> STEPS = List.of(
            "Searched the bedroom and the grounds; the rucksack and the charger are gone.",
            "Rang the telephone every half hour and sent texts; no answer.",
            "Asked two school friends and their parents; one saw the child near the bus station.",
            "Visited the known addresses; nobody had seen the child today.",
            "Looked at social media: last active shortly before midnight.",
            "Shared a photograph and a description with the rail police.",
            "Checked with hospitals of the area; no admission.");
    public static final List<String> MEETINGS = List.of(
            "Police, health and the home attended. Agreed: trigger plan renewed, telephone enquiry by police, next call at noon.",
            "Held by telephone with police and the duty manager. Risk agreed as high because of the people the child was with before.",
            "Reviewed with school and police. Known addresses to be visited tonight; parents rung every two hours.");
    public static final List<String> DISCUSSIONS = List.of(
            "Spoke with school and police: no concern beyond the absence; early help will contact the family.",
            "Police and health agreed with the rating; the family accepts a visit this week.");
    public static final List<String> SUPPORT = List.of(
            "Family support worker will visit; youth service offered a place in the evening group.",
            "School's pastoral lead meets the child weekly; the parents have the helpline's number.");
    public static final List<String> CONCERNS = List.of(
            "An older man was waiting at the end of the road, as two weeks ago.",
            "A friend says there was talk of carrying packages to another town.");
    public static final List<String> PLANS = List.of(
            "If found tonight: collect by the home's night staff; no return to the mother's address before morning.",
            "If found tonight: duty worker collects; the grandparents have agreed to a bed.");
    public static final List<String> CHECKS = List.of(
            "Seen by police at the door. Tired, no injury, would not say where they had been.",
            "Seen by police. Had eaten, clothes clean, says they were with friends.",
            "Seen by police. A bruise on the arm, said to be from a fall; told the social worker.");
    public static final List<String> VISITS = List.of(
            "Seen at home and alone for half an hour. Talked about school and about the evening.",
            "Seen at the placement. Settled, agreed a signal for when things get too much.");
    public static final List<String> REVIEWS = List.of(
            "Plan for the next absence agreed with the child and the carers; no further action.",
            "Pattern looked at with the home: absences follow cancelled contact. Contact now confirmed the day before.",
            "Return interview read by the worker; two recommendations taken into the plan.",
            "First absence, explained; parents know whom to ring.");
    public static final List<String> REASONS = List.of(
            "Known and closed; first report this year; police see a low risk.",
            "Unknown people named by the school in the same week, so a discussion is needed.",
            "Young for their age, out late in an unknown town, telephone off.",
            "Third report in two months.");
    public static final List<String> DECLINED = List.of(
            "Said there was nothing to talk about.",
            "Would only speak with the school's youth worker.",
            "Did not want another adult asking.");
    public static final List<String> NOT_POSSIBLE = List.of(
            "Moved to another part of the country two days after the return.",
            "Three visits and five calls without meeting the child.");
    public static final List<String> OWN_WORDS = List.of(
            "\"I just wanted to see my brother. Nobody tells me when.\"",
            "\"It was too loud. I walked until it was quiet.\"",
            "\"They said they would drive me back and they didn't.\"",
            "\"I told them where I was going but not how long.\"");
    public static final List<String> RECOMMENDATIONS = List.of(
            "Contact with the brother on a fixed day. A quiet room at the home in the evening.",
            "Mentor from the youth service; mapping of the friends around the arcade with police.",
            "Check who pays for the second telephone.");
    public static final List<String> FEEDBACK = List.of(
            "Thank you for your report. The child is back and the family is being supported.",
            "Your report was looked at on the same day and the child's worker was told.");
}
