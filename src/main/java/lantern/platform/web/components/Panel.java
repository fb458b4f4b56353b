package lantern.platform.web.components;

import gg.jte.Content;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The end of a journey: what was done and its reference. Or an interruption, with what may be done next. */
public record Panel(
        Content title,
        @Nullable Content content,
        int headingLevel,
        @Nullable Actions actions,
        Style style) implements Component, Styled<Panel> {

    public record Actions(List<Action> items, Style style) {}

    /** A button unless it is a link and not said to be a button. */
    public record Action(
            String words, @Nullable String href, @Nullable String type, Style style) {
        public @Nullable Button button() {
            if (href != null && !"button".equals(type)) {
                return null;
            }
            return Button.plain(Text.of(words))
                    .type(type == null ? "button" : type)
                    .href(href)
                    .style(style.before("govuk-button--inverse"));
        }
    }

    public static Panel of(String title, Content content) {
        return of(Text.of(title), content);
    }

    public static Panel of(Content title, @Nullable Content content) {
        return new Panel(title, content, 1, null, Style.PLAIN);
    }

    public Panel headingLevel(int level) {
        return new Panel(title, content, level, actions, style);
    }

    public Panel actions(@Nullable Actions actions) {
        return new Panel(title, content, headingLevel, actions, style);
    }

    @Override
    public Panel style(Style style) {
        return new Panel(title, content, headingLevel, actions, style);
    }

    public boolean interrupts() {
        return style.classes().contains("govuk-panel--interruption");
    }
}
