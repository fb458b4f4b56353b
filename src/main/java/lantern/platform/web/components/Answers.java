package lantern.platform.web.components;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was typed into a form and what is wrong with it, by field name. */
public interface Answers {
    @Nullable
    String value(String name);

    List<String> values(String name);

    @Nullable
    String error(String name);
}
