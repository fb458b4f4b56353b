package lantern.platform.web.sample;

import gg.jte.Content;
import java.util.List;
import java.util.Objects;
import lantern.platform.web.components.*;

/** A work list and the top of a child's page. */
final class SampleBoard {
    private SampleBoard() {}

    static Content all() {
        return together(
                Heading.of(1, "govuk-heading-l", Text.of("Children missing now")),
                html("<ul class=\"lantern-figures\"><li class=\"lantern-figure\"><b>7</b> missing now</li>"
                        + "<li class=\"lantern-figure\"><b>2</b> return interviews late</li>"
                        + "<li class=\"lantern-figure\"><b>94%</b> interviews within 72 hours this quarter</li></ul>"
                        + "<form class=\"lantern-filters\" method=\"get\" action=\"/kit/board\">"),
                Select.of("team", "Team").item("", "All teams").item("north", "North"),
                Input.of("q", "Child's name or number").width(20),
                Button.of("Filter").secondary(),
                html("</form>"),
                Table.of("Children missing now, longest first")
                        .captionHidden()
                        .stacks()
                        .firstCellIsHeader()
                        .head("Child", "Missing since", "Risk", "Next action", "Due")
                        .row(
                                Link.to("/kit/child", "Rowan Hale"),
                                Text.of("14:05 yesterday, 22 hours"),
                                Tag.of("High").red(),
                                Text.of("Strategy discussion"),
                                html("<span class=\"lantern-late\">2 hours late</span>"))
                        .row(
                                Link.to("/kit/child", "Ayesha Begum"),
                                Text.of("08:40 today, 3 hours"),
                                Tag.of("Medium").yellow(),
                                Text.of("Call the placement"),
                                Text.of("11:30 today"))
                        .row(
                                Link.to("/kit/child", "Tom Fairweather-Montgomery"),
                                Text.of("09:15 today, 3 hours"),
                                Tag.of("Low").green(),
                                Text.of("Check with school"),
                                Text.of("13:00 today")),
                Objects.requireNonNull(Pagination.of(2, 9, page -> "/kit/board?page=" + page)));
    }

    static Content child() {
        return together(
                html(
                        "<section class=\"lantern-identity\" aria-label=\"Child\"><h1 class=\"lantern-identity__name\">Rowan Hale</h1>"
                                + "<ul class=\"lantern-identity__facts\"><li><b>Age</b> 14 (27 March 2012)</li><li><b>Number</b> C-10432</li>"
                                + "<li><b>Worker</b> Priya Nair</li><li><b>Legal status</b> Section 20</li></ul></section>"
                                + "<p class=\"lantern-now lantern-now--urgent\">Missing since 14:05 yesterday, 22 hours. Serious risk. "
                                + "Return interview due 72 hours after return.</p>"
                                + "<ul class=\"lantern-flags\"><li class=\"lantern-flag lantern-flag--overdue\"><strong>Risk of criminal exploitation</strong>"
                                + " Owner Priya Nair, review <span class=\"lantern-late\">overdue</span></li>"
                                + "<li class=\"lantern-flag\"><strong>Diabetic: needs insulin</strong> Next review 3 December 2026</li></ul>"),
                SummaryList.of()
                        .row("Placement", "14 Alder Road, foster care", SummaryList.Action.change("/kit", "placement"))
                        .row("School", "Merrowdale High, year 10")
                        .row("Phone", (String) null),
                html("<h2 class=\"govuk-heading-m\">Chronology</h2><ol class=\"lantern-chronology\">"
                        + "<li class=\"lantern-event\"><h3 class=\"lantern-event__what\">Reported missing</h3>"
                        + "<p class=\"lantern-event__when\">Happened 14:05 yesterday, recorded 14:31, Merrowdale Police</p>"
                        + "<p class=\"govuk-body\">Did not come back from school.</p></li>"
                        + "<li class=\"lantern-event lantern-event--restricted\"><h3 class=\"lantern-event__what\">Restricted</h3>"
                        + "<p class=\"lantern-event__when\">Recorded by health; ask the record's owner</p></li></ol>"));
    }

    static Content together(Content... parts) {
        return output -> List.of(parts).forEach(part -> part.writeTo(output));
    }

    static Content html(String html) {
        return output -> output.writeContent(html);
    }
}
