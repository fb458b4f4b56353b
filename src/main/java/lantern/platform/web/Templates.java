package lantern.platform.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;

/** The one engine over the templates compiled into the application: nothing is parsed or compiled while it runs. */
public final class Templates {
    private static final TemplateEngine ENGINE =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, "pages");

    private Templates() {}

    public static TemplateEngine engine() {
        return ENGINE;
    }
}
