package lantern.missing.counters;

import gg.jte.Content;
import java.util.List;
import lantern.calendar.London;
import lantern.missing.counters.Threshold.Code;
import lantern.platform.web.Page;
import lantern.platform.web.components.DateInput;
import lantern.platform.web.components.Input;
import lantern.platform.web.components.Lines;
import lantern.platform.web.components.Radios;
import lantern.platform.web.components.Table;
import lantern.platform.web.components.Text;
import lantern.platform.web.components.Textarea;
import lantern.platform.web.forms.Form;

/** Each threshold with what it was, is and will be, and for who may change it the form. */
public record ThresholdsPage(List<Group> groups, boolean mayChange, Form form) implements Page.WithForm {
    public record Group(Code code, List<Threshold> history) {}

    @Override
    public String title() {
        return "Thresholds of repeat absences";
    }

    @Override
    public String back() {
        return "/missing/lists";
    }

    public Table table(Group group) {
        return Table.of(group.code().words)
                .captionClasses("govuk-table__caption--m")
                .head("From", "Rule", "Source")
                .stacks()
                .rows(
                        group.history(),
                        each -> List.of(
                                Text.of(London.day(each.from())),
                                Text.of(each.rule()),
                                new Lines(Text.of(each.source()), each.why() == null ? "" : each.why())));
    }

    public List<Content> questions() {
        var codes = Radios.of("code", "Which threshold?");
        for (var code : Code.values()) codes = codes.item(code.code, code.words);
        return List.of(
                codes.from(form),
                Input.of("more-than", "More than how many absences?")
                        .digits()
                        .width(3)
                        .from(form),
                Input.of("days", "Within how many days?").digits().width(4).from(form),
                DateInput.of("from", "From which day?").from(form),
                Textarea.of("why", "Why, and who decided it?").from(form));
    }
}
