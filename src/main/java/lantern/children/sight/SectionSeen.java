package lantern.children.sight;

import org.jspecify.annotations.Nullable;

/**
 * Whether somebody sees one section of a child's record, and why.
 *
 * @param why as {@code access.why} says; null: they do not
 * @param own they are of the authority's children's services, so no agreement is asked
 * @param agreements titles of the agreements in force that share the section with their role; null: none does
 */
public record SectionSeen(
        String code,
        String title,
        @Nullable String why,
        boolean own,
        @Nullable String agreements) {
    public boolean seen() {
        return why != null;
    }

    public String words() {
        var by = agreements == null ? "" : ", shared by \"" + agreements + "\"";
        return switch (why) {
            case "reach" -> own ? "Their role reaches every child" : "Of every child" + by;
            case "involvement" -> "They work with the child" + by;
            case "break-glass" -> "They opened the record in an emergency" + by;
            case null -> {
                if (own) yield "Their role does not include this section, or they do not see this child";
                yield agreements == null
                        ? "No sharing agreement in force gives it to them"
                        : "Shared by \"" + agreements
                                + "\" with those who work with the child, and they do not, or the record is restricted";
            }
            default -> "They see it";
        };
    }
}
