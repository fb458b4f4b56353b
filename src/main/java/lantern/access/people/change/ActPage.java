package lantern.access.people.change;

import java.time.LocalDate;
import java.util.List;
import lantern.platform.web.Page;
import lantern.platform.web.forms.Form;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a reason before something is done with a person, and says what will happen.
 *
 * @param dayAsked the question for a day; null: it is done at once
 */
public record ActPage(
        Form form,
        String title,
        String name,
        List<String> happens,
        @Nullable String dayAsked,
        LocalDate today,
        String question,
        String button,
        String action,
        String back)
        implements Page.WithForm {}
