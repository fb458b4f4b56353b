package lantern.children.penpicture;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import lantern.platform.web.Page;
import lantern.platform.web.components.Textarea;
import lantern.platform.web.forms.Form;

/** The pen picture in use, and the form that reviews it. {@code earlier}: when it was reviewed before, newest first. */
public record PenPicturePage(
        Form form,
        UUID child,
        String name,
        String reference,
        Map<String, String> said,
        String reviewed,
        List<String> earlier,
        boolean mayWrite)
        implements Page.WithForm {
    @Override
    public String title() {
        return "Pen picture";
    }

    @Override
    public String back() {
        return "/children/" + child + "#pen-picture";
    }

    public List<Textarea> questions() {
        return PenPictures.QUESTIONS.entrySet().stream()
                .map(each -> Textarea.of(
                                each.getKey(),
                                each.getKey().equals("looks") ? each.getValue() : each.getValue() + " (optional)")
                        .rows(2)
                        .from(form))
                .toList();
    }
}
