package lantern.meetings.form;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import lantern.platform.web.components.Text;

/** How this room writes a number of things, and two lines in one cell. */
public final class Words {
    private Words() {}

    public static String many(long number, String word) {
        return number + " " + word + (number == 1 ? "" : "s");
    }

    /** The fact, and below it what explains it. */
    public static Content lines(Content first, String second) {
        return new Content() {
            @Override
            public void writeTo(TemplateOutput output) {
                first.writeTo(output);
                if (second.isEmpty()) return;
                output.writeContent("<br>");
                Text.of(second).writeTo(output);
            }
        };
    }
}
