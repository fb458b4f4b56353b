package lantern.platform.web.components;

import gg.jte.Content;
import gg.jte.TemplateOutput;

/** Two lines in one cell: the fact, and below it what explains it. */
public record Lines(Content first, Content second) implements Content {
    public Lines(Content first, String second) {
        this(first, second.isEmpty() ? Nothing.NOTHING : new Broken(second));
    }

    /** Words with the line breaks they were typed with. */
    private record Broken(String words) implements Content {
        @Override
        public void writeTo(TemplateOutput output) {
            var first = true;
            for (var line : words.strip().split("\\R", -1)) {
                if (!first) output.writeContent("<br>");
                Text.of(line).writeTo(output);
                first = false;
            }
        }
    }

    private enum Nothing implements Content {
        NOTHING;

        @Override
        public void writeTo(TemplateOutput output) {}
    }

    @Override
    public void writeTo(TemplateOutput output) {
        first.writeTo(output);
        if (second == Nothing.NOTHING) return;
        output.writeContent("<br>");
        second.writeTo(output);
    }
}
