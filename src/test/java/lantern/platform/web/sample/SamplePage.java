package lantern.platform.web.sample;

import lantern.platform.web.Page;
import lantern.platform.web.forms.Form;
import org.jspecify.annotations.Nullable;

record SamplePage(
        String title, Form form, boolean wide, @Nullable String back) implements Page.WithForm {}
