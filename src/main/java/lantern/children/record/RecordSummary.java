package lantern.children.record;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lantern.calendar.London;
import lantern.children.Sendable;
import lantern.children.care.CareCodes;
import lantern.children.identifiers.IdentifierKind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The record of a child as it can be sent: who they are, where they live, who cares for them. */
@Component
class RecordSummary implements Sendable {
    private final ChildQueries queries;

    RecordSummary(ChildQueries queries) {
        this.queries = queries;
    }

    @Override
    public String code() {
        return "record-summary";
    }

    @Override
    public String title() {
        return "Summary of the record";
    }

    @Override
    public List<Part> parts(UUID id) {
        var child = queries.find(id).orElse(null);
        if (child == null) return List.of();
        return Stream.of(
                        part("identity", "identity", "Who the child is", false, identity(child)),
                        part("identifiers", "identity", "Numbers", false, identifiers(child)),
                        part("flags", "identity", "Flags", false, flags(child)),
                        part("phones", "contact", "Phones", false, phones(child)),
                        part("addresses", "contact", "Addresses", true, addresses(child)),
                        part("care", "legal", "Legal status and placement", false, care(child)),
                        part(
                                "placement-address",
                                "placement-address",
                                "Address of the placement",
                                true,
                                placement(child)),
                        part("responsible", "identity", "Who is responsible", false, responsible(child)))
                .filter(each -> !each.lines().isEmpty())
                .toList();
    }

    private static Part part(String code, String section, String heading, boolean address, List<Line> lines) {
        return new Part(code, section, heading, address, lines);
    }

    private static List<Line> identity(ChildRecord child) {
        var lines = new ArrayList<Line>();
        lines.add(new Line("Name", child.name()));
        for (var each : child.names())
            if (!each.kind().equals("current"))
                lines.add(new Line(Sections.nameKind(each.kind()), (each.given() + " " + each.family()).strip()));
        add(lines, "Date of birth", child.dateOfBirth() == null ? null : London.day(child.dateOfBirth()));
        lines.add(new Line("Sex", Sections.sex(child.sex())));
        add(lines, "Ethnicity", Sections.ethnicity(child.ethnicity()));
        add(lines, "Description", child.description());
        return lines;
    }

    private static List<Line> identifiers(ChildRecord child) {
        var lines = new ArrayList<Line>();
        lines.add(new Line("Lantern reference", child.reference()));
        for (var each : child.identifiers())
            lines.add(new Line(IdentifierKind.of(each.kind()).title(), each.value()));
        return lines;
    }

    private static List<Line> flags(ChildRecord child) {
        return child.standingFlags().stream()
                .map(each -> new Line("Flag", each.text()))
                .toList();
    }

    private static List<Line> phones(ChildRecord child) {
        return child.phones().stream().map(each -> new Line("Phone", each)).toList();
    }

    private static List<Line> addresses(ChildRecord child) {
        return child.addresses().stream()
                .filter(each -> each.endsOn() == null && !each.kind().equals("previous"))
                .map(each -> new Line(
                        each.kind().equals("home") ? "Home" : "Other address",
                        Sections.words(each.lines(), each.postcode())))
                .toList();
    }

    private static List<Line> care(ChildRecord child) {
        var lines = new ArrayList<Line>();
        for (var each : child.legalStatuses())
            if (each.endsOn() == null)
                lines.add(new Line(
                        "Legal status",
                        OwnEvents.named(CareCodes.LEGAL_STATUSES, each.code()) + ", from "
                                + London.day(each.startsOn())));
        var placed = child.placed();
        if (placed != null) {
            lines.add(new Line("Placement", placed.name() + ", from " + London.day(placed.startsOn())));
            add(lines, "Placed in", placed.hostAuthority());
        }
        return lines;
    }

    private static List<Line> placement(ChildRecord child) {
        var placed = child.placed();
        return placed == null || placed.address() == null
                ? List.of()
                : List.of(new Line(placed.name(), Sections.words(placed.address(), placed.postcode())));
    }

    private static List<Line> responsible(ChildRecord child) {
        var lines = new ArrayList<Line>();
        add(lines, "Responsible authority", child.responsibleAuthority());
        var allocated = child.allocated();
        if (allocated != null)
            lines.add(new Line(
                    "Allocated worker",
                    Stream.of(child.nameOf(allocated.worker()), allocated.team())
                            .filter(java.util.Objects::nonNull)
                            .collect(Collectors.joining(", "))));
        return lines;
    }

    private static void add(List<Line> lines, String label, @Nullable String text) {
        if (text != null && !text.isBlank()) lines.add(new Line(label, text));
    }
}
