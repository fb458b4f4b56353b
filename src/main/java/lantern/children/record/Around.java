package lantern.children.record;

import gg.jte.Content;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lantern.calendar.London;
import lantern.children.care.CareCodes;
import lantern.children.circumstances.Circumstances;
import lantern.platform.web.components.Link;
import lantern.platform.web.components.SummaryList;
import lantern.platform.web.components.Tag;
import lantern.platform.web.components.Text;
import org.jspecify.annotations.Nullable;

/** Relations and health on a child's page. */
public final class Around {
    private static final Map<String, String> RELATIONSHIPS = lantern.children.facts.WhatItWas.relationships();

    private Around() {}

    private static SummaryList.Action door(ChildPage page, String noun, String what) {
        var here = "/children/" + page.child().id() + "/" + noun;
        return SummaryList.Action.of(page.mayWrite() ? "Change" : "History", here, what);
    }

    public static SummaryList relations(ChildPage page) {
        var list = SummaryList.of();
        if (page.withheld().has("contact")) return list.row("Carers and relations", page.ask());
        var door = door(page, "relations", "carers and relations");
        for (var each : page.around().relations()) {
            if (each.endsOn() != null) continue;
            list = list.row(RELATIONSHIPS.getOrDefault(each.relationship(), "Relation"), relation(each), door);
        }
        return list.rows().isEmpty() ? list.row("Carers and relations", "None recorded", door) : list;
    }

    private static Content relation(Circumstances.Relation each) {
        var responsible = each.parentalResponsibility().equals("yes") ? "has parental responsibility" : null;
        var without = each.parentalResponsibility().equals("no") ? "no parental responsibility" : null;
        var phone = each.phone() == null ? null : "phone " + each.phone();
        var more =
                Stream.of(responsible, without, phone).filter(Objects::nonNull).collect(Collectors.joining(", "));
        Content who = each.otherChild() == null
                ? Text.of(Objects.requireNonNullElse(each.name(), ""))
                : each.otherName() == null || each.otherName().isEmpty()
                        ? Text.of("A child whose record you cannot see")
                        : Link.to("/children/" + each.otherChild(), each.otherName());
        var contact =
                switch (each.contact()) {
                    case "none" -> "No contact";
                    case "supervised" -> "Supervised contact only";
                    case "indirect" -> "Indirect contact only";
                    default -> null;
                };
        return output -> {
            who.writeTo(output);
            Text.of(more.isEmpty() ? "" : ", " + more).writeTo(output);
            if (contact == null) return;
            Text.of(" ").writeTo(output);
            Tag.of(contact).red().writeTo(output);
            Text.of(" " + each.contactNote()).writeTo(output);
        };
    }

    public static SummaryList health(ChildPage page) {
        var list = SummaryList.of();
        if (page.withheld().has("health")) return list.row("Medical needs and disability", page.ask());
        var needs = door(page, "medical-needs", "medical needs");
        for (var each : page.around().medicalNeeds())
            if (each.endsOn() == null) list = list.row("Medical need", need(each), needs);
        if (list.rows().isEmpty()) list = list.row("Medical needs", "None recorded", needs);
        var disabilities = door(page, "disabilities", "disability");
        var any = false;
        for (var each : page.around().disabilities()) {
            if (each.endsOn() != null) continue;
            any = true;
            var words = CareCodes.DISABILITIES.getOrDefault(each.code(), each.code());
            list = list.row("Disability", each.note() == null ? words : words + ": " + each.note(), disabilities);
        }
        return any ? list : list.row("Disability", "None recorded", disabilities);
    }

    /** "Epilepsy, needs tablets twice a day, without it: a fit within a day". */
    public static String need(Circumstances.MedicalNeed each) {
        var medicine = each.medicine() == null ? null : "needs " + each.medicine();
        var without = each.withoutIt() == null ? null : "without it: " + each.withoutIt();
        return Stream.of(each.need(), medicine, without)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
    }

    public static SummaryList penPicture(ChildPage page) {
        var picture = page.around().penPicture();
        if (picture == null) {
            var described = page.child().description();
            return described == null ? SummaryList.of() : SummaryList.of().row("Description", described);
        }
        var list = SummaryList.of().row("Looks", picture.looks());
        list = row(list, "Build", picture.build());
        list = row(list, "Hair", picture.hair());
        list = row(list, "Marks", picture.marks());
        list = row(list, "Clothing", picture.clothing());
        list = row(list, "Goes to", picture.places());
        list = row(list, "With", picture.people());
        list = row(list, "Travels", picture.transport());
        return row(list, "Vulnerable", picture.vulnerabilities());
    }

    private static SummaryList row(SummaryList list, String key, @Nullable String value) {
        return value == null ? list : list.row(key, value);
    }

    /** "Last reviewed Mon 3 May 2026 by Pat". */
    public static String reviewed(ChildPage page) {
        var picture = page.around().penPicture();
        if (picture == null) return "Nobody has written a pen picture yet.";
        var by = page.people().name(picture.by());
        return "Last reviewed " + London.day(London.date(picture.recordedAt()))
                + (by == null ? "." : " by " + by + ".");
    }
}
