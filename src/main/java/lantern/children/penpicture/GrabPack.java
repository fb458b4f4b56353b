package lantern.children.penpicture;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lantern.access.Actor;
import lantern.access.Names;
import lantern.access.Permission;
import lantern.calendar.London;
import lantern.children.care.CareCodes;
import lantern.children.circumstances.Circumstances;
import lantern.children.record.Around;
import lantern.children.record.ChildRecord;
import org.jspecify.annotations.Nullable;

/** Puts the sheet together. Addresses are left out unless they were chosen (a printed address cannot be taken back). */
final class GrabPack {
    /** What is left out unless chosen. */
    static final Map<String, String> CHOICES = choices();

    private final ChildRecord child;
    private final Circumstances around;
    private final Names.Called people;
    private final Set<String> chosen;
    private final Instant at;
    private final Map<String, List<String>> facts = new LinkedHashMap<>();
    private final List<String> leftOut = new ArrayList<>();

    GrabPack(ChildRecord child, Circumstances around, Names.Called people, Set<String> chosen, Instant at) {
        this.child = child;
        this.around = around;
        this.people = people;
        this.chosen = chosen;
        this.at = at;
    }

    private static Map<String, String> choices() {
        var choices = new LinkedHashMap<String, String>();
        choices.put("home", "Home and other addresses");
        choices.put("placement", "The address of the placement");
        choices.put("safe", "Safe addresses");
        choices.put("disability", "Disability");
        return choices;
    }

    /** Heading to words, in the order of the paper. */
    Map<String, List<String>> facts() {
        who(London.date(at));
        look();
        reach();
        health();
        responsible();
        return facts;
    }

    GrabPackPage page(List<String> now, Actor actor) {
        var photograph = around.photograph();
        return new GrabPackPage(
                child.id(),
                child.name(),
                child.reference(),
                now,
                photograph == null ? null : photograph.id(),
                photograph == null ? null : photograph.takenOn(),
                facts(),
                child.standingFlags().stream().map(ChildRecord.Flag::text).toList(),
                reviewed(),
                leftOut,
                CHOICES,
                CHOICES.keySet().stream().filter(chosen::contains).toList(),
                "Printed " + London.dateTime(at) + " by " + actor.name() + ", " + actor.roleTitle(),
                actor.may(Permission.DISCLOSE));
    }

    private void who(LocalDate today) {
        var names = child.names().stream()
                .filter(each -> !each.kind().equals("current"))
                .map(each -> (each.given() + " " + each.family()).strip());
        put("Also known as", names);
        var born = child.dateOfBirth();
        var age = child.age(today);
        put(
                "Date of birth",
                Stream.of(
                        born == null
                                ? "Not known"
                                : London.day(born).substring(4)
                                        + (age == null ? "" : ", aged " + age)
                                        + (child.birthPrecision().equals("exact")
                                                ? ""
                                                : ", " + child.birthPrecision())));
        var known = around.languages();
        put("Sex and gender", Stream.of(child.sex().replace("not-known", "not known"), known.gender()));
        put(
                "Ethnicity",
                Stream.of(child.ethnicity())
                        .filter(Objects::nonNull)
                        .map(each -> CareCodes.ETHNICITIES.getOrDefault(each, each)));
        put(
                "Languages",
                Stream.of(
                        known.first(),
                        known.others(),
                        known.interpreter().equals("yes") ? "interpreter needed" : null,
                        known.note()));
        put("Looked after", Stream.of(child.lookedAfter() ? "Yes" : "No"));
    }

    private void look() {
        var said = PenPictureController.said(around.penPicture());
        PenPictures.QUESTIONS.forEach((column, question) -> put(question, Stream.of(said.get(column))));
        if (said.isEmpty()) put("Description", Stream.of(child.description(), "No pen picture has been written"));
    }

    private void reach() {
        put(
                "Phones",
                around.phones().stream()
                        .filter(each -> each.endsOn() == null)
                        .map(each -> each.number() + (each.note() == null ? "" : " (" + each.note() + ")")));
        put(
                "Social media and games",
                around.accounts().stream()
                        .filter(each -> each.endsOn() == null)
                        .map(each -> each.platform() + ": " + each.handle()));
        put(
                "School",
                around.schools().stream().filter(each -> each.endsOn() == null).map(Circumstances.School::name));
        put(
                "Carers and contact",
                around.relations().stream().filter(GrabPack::concerns).map(GrabPack::relation));
        leave(
                "home",
                "Home and other addresses",
                child.addresses().stream()
                        .filter(each -> each.endsOn() == null && !each.kind().equals("previous"))
                        .map(each -> lines(each.lines(), each.postcode())));
        var placed = child.placed();
        if (placed != null) put("Placement", Stream.of(placed.name()));
        leave(
                "placement",
                "Address of the placement",
                placed == null || placed.address() == null
                        ? Stream.of()
                        : Stream.of(lines(placed.address(), placed.postcode())));
        leave(
                "safe",
                "Safe addresses",
                around.safeAddresses().stream()
                        .filter(each -> each.endsOn() == null)
                        .map(each -> lines(each.lines(), each.postcode())));
    }

    private void health() {
        put(
                "Medical needs",
                around.medicalNeeds().stream()
                        .filter(each -> each.endsOn() == null)
                        .map(Around::need));
        leave(
                "disability",
                "Disability",
                around.disabilities().stream()
                        .filter(each -> each.endsOn() == null)
                        .map(each -> CareCodes.DISABILITIES.getOrDefault(each.code(), each.code())
                                + (each.note() == null ? "" : ": " + each.note())));
    }

    private void responsible() {
        var allocated = child.allocated();
        var officer = around.officer();
        put(
                "Allocated worker",
                Stream.of(
                        allocated == null ? "None" : people.name(allocated.worker()),
                        allocated == null ? null : allocated.team()));
        if (officer != null) put("Reviewing officer", Stream.of(people.name(officer.person())));
        put("Responsible authority", Stream.of(child.responsibleAuthority()));
    }

    // Adults who are responsible or kept away: whom to ring and whom not. Other children stay out.
    private static boolean concerns(Circumstances.Relation each) {
        return each.endsOn() == null
                && each.otherChild() == null
                && (each.parentalResponsibility().equals("yes")
                        || !each.contact().equals("not-restricted")
                        || each.phone() != null);
    }

    private static String relation(Circumstances.Relation each) {
        var contact =
                switch (each.contact()) {
                    case "none" -> "NO CONTACT: " + each.contactNote();
                    case "supervised" -> "supervised contact only: " + each.contactNote();
                    case "indirect" -> "indirect contact only: " + each.contactNote();
                    default -> null;
                };
        return Stream.of(
                        each.name() + " (" + each.relationship().replace('-', ' ') + ")",
                        each.phone(),
                        each.parentalResponsibility().equals("yes") ? "parental responsibility" : null,
                        contact)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
    }

    private String reviewed() {
        var picture = around.penPicture();
        if (picture == null) return "Nobody has reviewed a pen picture of this child.";
        return "Pen picture last reviewed " + London.day(London.date(picture.recordedAt())) + ".";
    }

    private void put(String heading, Stream<? extends @Nullable String> words) {
        var said = words.filter(Objects::nonNull)
                .filter(each -> !each.isBlank())
                .map(each -> (String) each)
                .toList();
        if (!said.isEmpty()) facts.put(heading, said);
    }

    private void leave(String code, String heading, Stream<String> words) {
        if (chosen.contains(code)) put(heading, words);
        else leftOut.add(heading);
    }

    private static String lines(String lines, @Nullable String postcode) {
        var line = lines.strip().replaceAll("\\s*\\R\\s*", ", ");
        return postcode == null ? line : line.isEmpty() ? postcode : line + ", " + postcode;
    }
}
