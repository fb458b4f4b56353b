package lantern.oversight.pages;

import gg.jte.Content;
import lantern.platform.web.Page;
import lantern.platform.web.forms.Form;

/** A file is chosen. */
public record UploadPage(
        String title,
        String about,
        String back,
        Form form,
        Content question,
        Content before,
        String action,
        String submit)
        implements Page.WithForm {}
