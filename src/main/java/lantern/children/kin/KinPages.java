package lantern.children.kin;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import lantern.calendar.London;
import lantern.platform.web.Page;
import lantern.platform.web.forms.Form;

/** The warning before a record, and a person's own page of whom they are related to. */
public final class KinPages {
    private KinPages() {}

    /** @param of why, each finishing "because ..." */
    public record Before(Form form, UUID child, List<String> of) implements Page.WithForm {
        @Override
        public String title() {
            return "This may be the record of somebody you are related to or know";
        }

        @Override
        public String back() {
            return "/children";
        }
    }

    public record Own(List<Line> lines) implements Page {
        public record Line(UUID id, String kind, String words) {}

        @Override
        public String title() {
            return "Children I am related to or know";
        }

        @Override
        public String back() {
            return "/";
        }
    }

    public record Declare(Form form, String kind) implements Page.WithForm {
        static final List<String> KINDS = List.of("child", "postcode", "family-name");

        @Override
        public String title() {
            return switch (kind) {
                case "child" -> "Declare a child whom you are related to or know";
                case "postcode" -> "Declare a postcode where you live";
                default -> "Declare another family name of yours";
            };
        }

        @Override
        public String back() {
            return "/my/relations";
        }

        public Map<String, String> whats() {
            return WHATS;
        }
    }

    static final Map<String, String> WHATS = whats();

    private static Map<String, String> whats() {
        var whats = new java.util.LinkedHashMap<String, String>();
        whats.put("own", "My own child");
        whats.put("family", "A child of my family");
        whats.put("colleague", "A colleague's child");
        whats.put("neighbour", "A neighbour's child");
        whats.put("other", "A child I know otherwise");
        return java.util.Collections.unmodifiableMap(whats);
    }

    static Own.Line line(Relations.Relation relation) {
        return switch (relation.kind()) {
            case "postcode" -> new Own.Line(relation.id(), "I live at", String.valueOf(relation.postcode()));
            case "family-name" -> new Own.Line(relation.id(), "I am also called", String.valueOf(relation.family()));
            default ->
                new Own.Line(
                        relation.id(),
                        WHATS.getOrDefault(String.valueOf(relation.what()), "A child I know"),
                        relation.given() + " " + relation.family()
                                + (relation.born() == null
                                        ? ""
                                        : ", born "
                                                + London.day(relation.born()).substring(4)));
        };
    }
}
