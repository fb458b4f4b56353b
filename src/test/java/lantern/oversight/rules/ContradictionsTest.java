package lantern.oversight.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lantern.oversight.checks.Finding;
import lantern.oversight.paper.TextReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Acceptance 2: each contradiction of the papers, in words of our own, raises its code and no other. */
class ContradictionsTest {
    record Case(String code, String text) {}

    private static String recommendation(String target, String category, String evidence) {
        return "Date: 12 October 2016\n\n| No. | Recommendation | Responsibility | Original Date For Completion | Cabinet Member's Assessment |\n|---|---|---|---|---|\n| R08 | That the board writes a strategy for missing children | Chair of the board | "
                + target + " | " + category + " |\n| Evidence of Progress | | | | |\n| " + evidence + " | | | | |\n";
    }

    private static final String BANDS =
            "| Defined outcomes | Unmet | Met | Exceeded | Significantly Exceeded | Date |\n|---|---|---|---|---|---|\n";
    private static final String DONE = "All of it was done in March 2015.";

    static List<Case> contradictions() {
        return List.of(
                new Case("C1", BANDS + "| Number of children at risk level 3 | >6 | 5-3 | 2-3 | 1-0 | 31 March 2017 |"),
                new Case(
                        "C1", "Children at risk level 3: unmet >6, met 5-3, exceeded 2-3, significantly exceeded 1-0."),
                new Case(
                        "C2",
                        BANDS
                                + "| Share of children removed from the tracker in time | <90% | 90-94% | 95-99% | >99% | 31 March 2017 |"),
                new Case(
                        "C2",
                        "Share removed in time: Unmet <90%; Met 90-94%; Exceeded 95-99%; Significantly Exceeded >99%"),
                new Case(
                        "C3",
                        "The data is about 307 children of the period. 305 cases (82%) are female, only 18% are male."),
                new Case("C3", "Of the 307 cases, 305 (82%) are female."),
                new Case(
                        "C4",
                        "267 young people at risk\n- 36 - Serious Risk (14%)\n- 60 - Significant Risk (22%)\n- 171 - At Risk (64%)"),
                new Case(
                        "C4",
                        "267 young people at risk\n- 36 - Serious Risk (13%)\n- 60 - Significant Risk (22%)\n- 171 - At Risk (64%)"),
                new Case(
                        "C4",
                        "267 young people. Shares use largest remainder.\n- 36 - Serious Risk (13%)\n- 60 - Significant Risk (22%)\n- 171 - At Risk (64%)"),
                new Case(
                        "C5",
                        "66 of 274 (24%) were at serious risk, 79 of 274 (29%) at significant risk and 128 of 274 (47%) at risk."),
                new Case(
                        "C5",
                        "| Line | £ |\n|---|---|\n| Social care | 892,000 |\n| Education | 32,000 |\n| Total | 934,000 |"),
                new Case(
                        "C6",
                        "Over the year low was 61%, medium 22% and high 17%.\n\nIn the quarter 47% were at risk, 29% significant and 24% serious."),
                new Case("C6", "The vast majority of the young people, 61%, were at low risk."),
                new Case(
                        "C7",
                        "Last quarter: 0 - Awaiting Risk Classification.\nThis quarter: 0 - subject of assessment."),
                new Case("C9", "The 109 children represent approximately 0.044% of the pupil population."),
                new Case("C9", "Recently 82% of schools reported using the model policy."),
                new Case(
                        "C10",
                        "During September 2016 109 children were missing from education.\nAs of 14 September 2016 there were 109 children missing from education."),
                new Case(
                        "C12",
                        "In 2014/15 296 professionals were trained.\nIn 2015/16 fifteen courses trained 50 professionals.\nIn 2016/17 18 courses offer 540 places."),
                new Case(
                        "C13",
                        "Date: 20 April 2016\n\nThe regional framework was reviewed in summer 2016 and is well embedded."),
                new Case(
                        "C14",
                        "Two providers have been awarded a contract until June 2016.\nThe services have run for seven years. Contract extensions are in place until July 2016."),
                new Case(
                        "C17",
                        recommendation(
                                "April 2015",
                                "2 – Achieved (Late)",
                                "The teams have not gone down the route of champions.")),
                new Case(
                        "C20",
                        recommendation(
                                "April 2015",
                                "1 – Achieved (Fully)",
                                "Progress came to the committee in November 2015.")),
                new Case(
                        "C20", recommendation("April 2015", "1 – Achieved (Fully)", "This report is that assessment.")),
                new Case(
                        "C20",
                        recommendation("April 2015", "2 – Achieved (Late)", DONE)
                                .replace(
                                        "That the board writes a strategy for missing children",
                                        "That an assessment of progress be presented to the committee in March 2015")),
                new Case("C21", recommendation("April 2015 – Initial Feedback", "1 – Achieved (Fully)", DONE)),
                new Case("C21", recommendation("On-going", "1 – Achieved (Fully)", DONE)),
                new Case(
                        "C22",
                        recommendation(
                                "July 2015",
                                "2 – Achieved (Late)",
                                "A programme on missing children is written, to be delivered from April 2016.")),
                new Case(
                        "C23",
                        "## Appendix 3: Concluded recommendations\n\n"
                                + recommendation("April 2015", "2 – Achieved (Late)", DONE)),
                new Case(
                        "C23",
                        "## Appendix 3: Concluded recommendations\n\n| No. | Recommendation | Responsibility | Date Concluded by Committee | Tracking Assessment |\n|---|---|---|---|---|\n| R04 | Train all staff | The head | | 2 – Achieved (Late) |"),
                new Case(
                        "C24",
                        "R1: Develop an overarching strategy for missing children with clear responsibilities.\n\n## Outstanding tracking\n\nR2: Develop an overarching strategy for missing children with clear responsibilities."),
                new Case("C25", recommendation("April 2015", "Achieved (in part)", DONE)),
                new Case(
                        "C26",
                        recommendation("April 2015", "2 – Achieved (Late)", DONE)
                                + "| R09 | That licensing is used more | Chair | April 2015 | 2. Achieved – (late) |\n| Evidence | | | | |\n| Done in May 2015. | | | | |"),
                new Case(
                        "C29",
                        "Useful acronyms\n\nBSWA = Birmingham and Solihull Women's Aid\nBSWA = Black Social Workers Association\nMASH = Multi-Agency Safeguarding Hub\n\nThe MASH met the BSWA."),
                new Case(
                        "C29",
                        "Useful acronyms\n\nLADO = Local Authority Designated Officer\nDSL = Designated Safeguarding Lead\nMASH = Multi-Agency Safeguarding Hub\n\nThe MASH, the LADO and each DSL met. The MASE meeting is monthly."),
                new Case(
                        "C29",
                        "Useful acronyms\n\nPCT = Primary Care Trust\nDSL = Designated Safeguarding Lead\nMASH = Multi-Agency Safeguarding Hub\n\nThe MASH and each DSL met."),
                new Case("C31", "Write to anna@town.gov.uk or ben@town.co.uk."),
                new Case("C38", "An annual evaluation of training is reported on a quarterly basis to the group."),
                new Case("C43", "- Revised guidance - Operational from\n- Review of the group"),
                new Case("A2.1", recommendation("April 2015", "3 – Not Achieved (Progress Made)", "Much was begun.")),
                new Case("A2.1", recommendation("April 2015", "6 – In Progress", "It goes on.")));
    }

    @ParameterizedTest
    @MethodSource("contradictions")
    void it_is_raised_with_its_code_and_nothing_else(Case it) {
        var findings = PaperRules.check(TextReader.read(it.text));
        assertThat(findings).as(it.text).extracting(Finding::code).containsOnly(it.code);
        assertThat(findings).allSatisfy(finding -> assertThat(finding.line()).startsWith(it.code + " "));
    }
}
