package lantern.timescales.record;

import lantern.platform.web.Page;
import lantern.platform.web.forms.Form;

/** A decision about one timescale that needs only its reason. */
public record ReasonPage(Form form, String title, String explanation, String action, String button, String back)
        implements Page.WithForm {}
