package lantern.intake.csv;

import java.util.List;
import lantern.intake.mailbox.Template;
import lantern.platform.web.Page;
import lantern.platform.web.components.Table;
import lantern.platform.web.components.Text;
import lantern.platform.web.forms.FieldError;

/** The form that takes a file, and what was wrong with one. */
public record CsvPage(List<FieldError> errors, List<NotificationFile.Wrong> wrong, int right) implements Page {
    @Override
    public String title() {
        return "Notifications from a file";
    }

    @Override
    public String back() {
        return "/";
    }

    public @org.jspecify.annotations.Nullable String error() {
        return errors.isEmpty() ? null : errors.getFirst().message();
    }

    public List<String> columns() {
        return Template.columns();
    }

    public Table table() {
        return Table.of("What is wrong with the file")
                .captionClasses("govuk-table__caption--m")
                .stacks()
                .head("Row", "Column", "What to do")
                .rows(
                        wrong,
                        each -> List.of(
                                Text.of(Long.toString(each.row())),
                                Text.of(each.column().isEmpty() ? "The whole row" : each.column()),
                                Text.of(each.what())));
    }
}
