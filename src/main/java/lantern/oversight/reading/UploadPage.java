package lantern.oversight.reading;

import gg.jte.Content;
import lantern.platform.web.Page;
import lantern.platform.web.forms.Form;

/** A file is chosen. */
public record UploadPage(
        String title, String about, String back, Form form, Content question, Content before, String action)
        implements Page.WithForm {}
