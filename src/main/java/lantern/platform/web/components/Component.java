package lantern.platform.web.components;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import lantern.platform.web.Templates;

/**
 * One GOV.UK component, filled in. It is content: a page writes {@code ${Button.of("Save")}}, and a component goes
 * wherever content goes. Its HTML is the template of the same name in {@code src/main/jte/platform/web/components}.
 */
public interface Component extends Content {
    @Override
    default void writeTo(TemplateOutput output) {
        Templates.engine().render(template(), this, output);
    }

    private String template() {
        var name = getClass().getSimpleName();
        return "platform/web/components/" + Character.toLowerCase(name.charAt(0)) + name.substring(1) + ".jte";
    }
}
