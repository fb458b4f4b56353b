package lantern.platform.web.sample;

import gg.jte.Content;
import java.util.Map;
import lantern.platform.web.PageFrame;
import lantern.platform.web.Templates;
import lantern.platform.web.components.*;
import lantern.platform.web.forms.Form;

/** A form with every kind of question, as a carer would see it. */
final class SampleForm {
    private SampleForm() {}

    static Content in(PageFrame frame, Form form) {
        Content questions = output -> {
            for (var question : questions(form)) {
                question.writeTo(output);
            }
        };
        return output -> {
            Heading.of(1, "govuk-heading-l", Text.of("Report a child missing")).writeTo(output);
            var parameters = Map.<String, Object>of("frame", frame, "action", "/kit/form", "content", questions);
            Templates.engine().render("platform/web/form.jte", parameters, output);
        };
    }

    private static Content[] questions(Form form) {
        return new Content[] {
            Input.of("name", "Child's name")
                    .hint("The name they are known by")
                    .autocomplete("off")
                    .from(form),
            DateInput.of("born", "Date of birth").hint("For example, 27 3 2011").from(form),
            DateInput.of("since", "When did they go missing?").from(form),
            Input.of("time", "Time they were last seen")
                    .width(5)
                    .hint("For example, 14:05")
                    .from(form),
            Radios.of("risk", "How serious is the risk?")
                    .item("high", "High", "The child is likely to come to serious harm")
                    .item("medium", "Medium")
                    .item(Choice.of("low", "Low")
                            .asks(Input.of("why", "Why is the risk low?").from(form)))
                    .from(form),
            Checkboxes.of("told", "Who have you told?")
                    .item("police", "Police")
                    .item("parents", "Parents")
                    .item(Choice.divider("or"))
                    .item(Choice.of("none", "No one yet").exclusive())
                    .from(form),
            Select.of("place", "Where from?")
                    .choose("Choose a place")
                    .item("Home", "Home")
                    .item("Placement", "Placement")
                    .item("School", "School")
                    .from(form),
            Textarea.of("note", "What happened?").rows(4).from(form),
            Button.of("Send the report")
        };
    }
}
