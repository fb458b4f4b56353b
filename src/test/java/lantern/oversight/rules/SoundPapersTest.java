package lantern.oversight.rules;

import static org.assertj.core.api.Assertions.assertThat;

import lantern.oversight.checks.Finding;
import lantern.oversight.paper.TextReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The valid sets of acceptance 2, in several layouts: a check that cries wolf is switched off. */
class SoundPapersTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "In June 2016 there were 273 young people at risk: 66 (24%) serious, 79 (29%) significant and 128 (47%) at risk.",
                "There were 273 young people.\n\n- 66 - Serious Risk (24%)\n- 79 - Significant Risk (29%)\n- 128 - At Risk (47%)\n",
                "| Risk | Young people | Share |\n|---|---|---|\n| Serious | 66 | 24% |\n| Significant | 79 | 29% |\n| At risk | 128 | 47% |\n| Total | 273 | 100% |",
                "Serious\t66\t24%\nSignificant\t79\t29%\nAt risk\t128\t47%\nTotal\t273\t100%",
                "66 of 273 (24%) were at serious risk, 79 of 273 (29%) at significant risk and 128 of 273 (47%) at risk.",
                "66/79/128 of 273 = 24/29/47%",
                "24% (66) serious, 29% (79) significant, 47% (128) at risk, of 273 young people.",
                "267 young people at risk. Shares are rounded by largest remainder.\n- 36 - Serious Risk (14%)\n- 60 - Significant Risk (22%)\n- 171 - At Risk (64%)\n- 0 - Subject of assessment",
                "| Risk | Number | % |\n|---|---|---|\n| Serious | 36 | 14% |\n| Significant | 60 | 22% |\n| At risk | 171 | 64% |\n| Total | 267 | 100% |\n\nPercentages use largest-remainder rounding.",
                "222 - Female (83%)\n45 - Male (17%)\n267 young people at risk",
                "Of the 248 young people, 34 were boys and 214 were girls (86% female).",
                "248 young people: 214 girls (86%) and 34 boys (14%).",
                "34 boys and 214 girls, 248 in all. 34 + 214 = 248.",
                "232 girls (85%) and 41 boys (15%) of 273 young people",
                "In the quarter 240 young people aged 11 to 17 were judged at risk, 85% of whom were female.",
                "The plan has 13 issues and 33 activities: 10 completed, and 23 completed and ongoing.",
                "| Status | Activities |\n|---|---|\n| Completed | 10 |\n| Completed and ongoing | 23 |\n| Total | 33 |",
                "33 activities under 13 issues; 10 (30%) are completed and 23 (70%) completed and ongoing.",
                "There are 33 activities: 10 Completed, 23 Completed and ongoing, all under 13 issues.",
                "The head of highways reviewed the contract in July 2015. Nearly 200 people attended.\nThe pass rate must be at least 90% of staff.",
            })
    void a_sound_paper_raises_nothing(String text) {
        assertThat(PaperRules.check(TextReader.read(text)))
                .extracting(Finding::line)
                .isEmpty();
    }

    @Test
    void the_finance_table_adds_up() {
        for (var separator : new String[] {"|", "\t"})
            assertThat(PaperRules.check(TextReader.read("""
                    Table 3: costs of the hub

                    | Heading | 2016/17 full year estimated costs £ | FTEs |
                    |---|---|---|
                    | Council contribution | | |
                    | Social care | 892,000 | 14 |
                    | Education | 32,000 | 1 |
                    | Housing | 36,000 | 1 |
                    | Youth services | 30,000 | 0.3 |
                    | Community wardens | 10,000 | |
                    | Premises | 30,000 | |
                    | Council total | 1,030,000 | |
                    | Partner contributions | | |
                    | Police | 121,000 | 4 |
                    | Health | 10,000 | 0.3 |
                    | Probation | 0 | 0 |
                    | Partner total | 131,000 | |
                    | Grand total | 1,161,000 | |
                    """.replace(" | ", separator.equals("|") ? " | " : "\t")
                            .replaceAll(separator.equals("|") ? "a^" : "(?m)^\\| | \\|$", ""))))
                    .extracting(Finding::line)
                    .as(separator)
                    .isEmpty();
        assertThat(PaperRules.check(TextReader.read("""
                Council contribution:
                - Social care 892,000
                - Education 32,000
                - Housing 36,000
                - Youth 30,000
                - Wardens 10,000
                - Premises 30,000
                - Total council 1,030,000
                - Police £121,000
                - Health £10,000
                - Probation £0
                - Total partners £131,000
                - Grand total £1,161,000
                """)))
                .extracting(Finding::line)
                .isEmpty();
        assertThat(
                        PaperRules.check(
                                TextReader.read(
                                        "892,000 + 32,000 + 36,000 + 30,000 + 10,000 + 30,000 = 1,030,000 and 121,000 + 10,000 + 0 = 131,000, together £1,161,000.")))
                .isEmpty();
    }
}
