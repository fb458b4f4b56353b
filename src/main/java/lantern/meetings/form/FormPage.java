package lantern.meetings.form;

import gg.jte.Content;
import java.util.List;
import lantern.platform.web.Page;
import lantern.platform.web.forms.Form;
import org.jspecify.annotations.Nullable;

/** A page with one form: about which meeting or action, the questions, and where it posts. */
public record FormPage(
        String title,
        String about,
        String back,
        Form form,
        @Nullable String before,
        List<Content> questions,
        String action,
        String submit)
        implements Page.WithForm {}
