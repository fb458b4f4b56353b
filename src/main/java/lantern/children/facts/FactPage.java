package lantern.children.facts;

import java.util.List;
import java.util.UUID;
import lantern.platform.web.Page;
import lantern.platform.web.components.Component;
import lantern.platform.web.forms.Form;

/** Correcting, ending or withdrawing one fact. */
public record FactPage(
        Form form,
        UUID child,
        String name,
        String reference,
        String title,
        String words,
        String hint,
        List<Component> questions,
        boolean asksWhy,
        String button,
        String post,
        String back)
        implements Page.WithForm {}
