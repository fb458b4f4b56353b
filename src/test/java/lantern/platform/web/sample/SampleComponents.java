package lantern.platform.web.sample;

import static lantern.platform.web.sample.SampleBoard.html;
import static lantern.platform.web.sample.SampleBoard.together;

import gg.jte.Content;
import java.time.LocalDate;
import java.util.List;
import lantern.platform.web.components.*;

/** Every component once, most in two states. */
final class SampleComponents {
    private SampleComponents() {}

    static Content all() {
        return together(
                Breadcrumbs.of()
                        .item("/kit/board", "Missing now")
                        .item("/kit/child", "Rowan Hale")
                        .item(null, "Components"),
                PhaseBanner.of("Demo", Text.of("Fictional children of a fictional region.")),
                Heading.of(1, "govuk-heading-l", Text.of("Components")),
                NotificationBanner.of("The duty team changes at 17:00"),
                ErrorSummary.of("There is a problem")
                        .item("name", "Enter the child's name")
                        .disableAutoFocus(true),
                Input.of("name", "Child's name")
                        .hint("As they are known")
                        .error("Enter the child's name")
                        .value("<b>Rowan & Co</b>"),
                Input.of("cost", "Weekly cost")
                        .prefix("£")
                        .suffix("a week")
                        .width(5)
                        .digits(),
                Textarea.of("note", "Note").rows(3).value("Seen at the bus station"),
                CharacterCount.of("summary", "Summary for the police", 400).rows(3),
                Radios.of("found", "Has the child been found?").yesNo().value("yes"),
                Radios.of("risk", "Risk")
                        .item("h", "High", "Likely to come to serious harm")
                        .item("m", "Medium")
                        .small(),
                Checkboxes.of("told", "Who have you told?")
                        .item("p", "Police")
                        .item("c", "Carer")
                        .values(List.of("p")),
                Checkboxes.single("sure", "yes", "I am sure"),
                Select.of("team", "Team")
                        .choose("Choose a team")
                        .item("n", "North")
                        .item("s", "South")
                        .value("s"),
                DateInput.of("born", "Date of birth")
                        .value(LocalDate.of(2012, 3, 27))
                        .error("The date must be in the past"),
                Fieldset.of("Address", together(Input.of("street", "Street"), Input.of("town", "Town"))),
                together(
                        Label.of("A label alone").forId("alone"),
                        Hint.of("A hint alone"),
                        ErrorMessage.of("An error alone"),
                        Input.of("alone", (Label) null)),
                html("<div class=\"govuk-button-group\">"),
                Button.of("Save"),
                Button.of("Save as draft").secondary(),
                Button.of("Close the episode").warning(),
                Link.to("/kit", "Cancel"),
                html("</div>"),
                Button.link("Report a child missing", "/kit/form").start(true),
                SummaryList.of()
                        .row("Name", "Rowan Hale", SummaryList.Action.change("/kit", "name"))
                        .row(
                                "Date of birth",
                                Text.of("27 March 2012"),
                                SummaryList.Action.change("/kit", "date of birth"))
                        .card("Child"),
                Table.of("Episodes by month")
                        .head(List.of(Cell.of("Month"), Cell.of("Episodes").format("numeric")))
                        .firstCellIsHeader()
                        .row(Cell.of("October"), Cell.number(41))
                        .row(Cell.of("November"), Cell.number(38)),
                together(
                        Tag.of("Missing").red(),
                        html(" "),
                        Tag.of("Due soon").yellow(),
                        html(" "),
                        Tag.of("Met").green(),
                        html(" "),
                        Tag.of("Closed").grey(),
                        html(" "),
                        Tag.of("New")),
                Details.of(
                        "What counts as missing?",
                        html("<p class=\"govuk-body\">Anyone whose whereabouts cannot be established.</p>")),
                InsetText.of("The police must be told within the hour."),
                WarningText.of("Do not wait 24 hours to report a child missing."),
                Tabs.of("Record")
                        .item("now", "Now", Text.of("Missing since 14:05"))
                        .item("before", "Before", Text.of("Two episodes")),
                TaskList.of("tasks")
                        .item("Tell the police", "/kit", Tag.of("Not started").grey())
                        .item("Tell the carer", "/kit", Text.of("Done")),
                BackLink.to("/kit/board"),
                Panel.of("Report sent", html("Reference<br><strong>M-2026-0417</strong>"))
                        .headingLevel(2),
                Pagination.of(Pagination.Arrow.to("/kit?page=1"), Pagination.Arrow.to("/kit?page=3"))
                        .landmark("Pages in order"));
    }
}
