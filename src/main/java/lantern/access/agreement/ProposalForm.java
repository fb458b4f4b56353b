package lantern.access.agreement;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import lantern.platform.web.forms.FormErrors;
import org.jspecify.annotations.Nullable;

/** Reads the form of a new agreement; everything that is wrong with it is said at once. */
final class ProposalForm {
    private final Map<String, String> fields;
    private final FormErrors errors = new FormErrors();

    private ProposalForm(Map<String, String> fields) {
        this.fields = fields;
    }

    static Agreements.Proposal read(
            Map<String, String> fields, Set<String> sections, Set<String> highRisk, LocalDate today) {
        return new ProposalForm(fields).read(sections, highRisk, today);
    }

    private Agreements.Proposal read(Set<String> sections, Set<String> highRisk, LocalDate today) {
        var agency = id("agency");
        errors.addIf(agency == null, "agency", "Choose the agency");
        var title = words("title", 200, "Give the agreement a title");
        var purpose = words("purpose", 2000, "Say what the information is shared for");
        var basis = words("basis", 100, "Choose the lawful basis");
        var covers = new LinkedHashMap<String, String>();
        for (var section : sections) {
            var value = field("section-" + section);
            if (value.equals("involved") || value.equals("every-child")) covers.put(section, value);
        }
        errors.addIf(covers.isEmpty(), "section-identity", "Choose at least one section");
        var who = covers.get("identity");
        errors.addIf(
                !covers.isEmpty() && (who == null || who.equals("involved") && covers.containsValue("every-child")),
                "section-identity",
                "Whoever is given a section is given who the child is: share that at least as far");
        var condition = field("condition").isEmpty() ? null : field("condition");
        errors.addIf(
                condition == null && covers.keySet().stream().anyMatch(highRisk::contains),
                "condition",
                "Choose a condition: a high-risk section is shared");
        var starts = day("startsOn", "Enter the day it starts");
        errors.addIf(
                starts.isBefore(today) && !starts.equals(LocalDate.EPOCH), "startsOn", "It cannot start in the past");
        var ends = field("endsOn-day").isEmpty() && field("endsOn-year").isEmpty()
                ? null
                : day("endsOn", "Enter a real date");
        errors.addIf(ends != null && ends.isBefore(starts), "endsOn", "It cannot end before it starts");
        var review = day("reviewBy", "Enter the day by which it is reviewed");
        errors.addIf(
                !review.equals(LocalDate.EPOCH) && !review.isAfter(starts),
                "reviewBy",
                "It is reviewed after it has started");
        var days = days();
        errors.throwIfAny();
        return new Agreements.Proposal(
                id("changes"),
                java.util.Objects.requireNonNull(agency),
                title,
                purpose,
                basis,
                condition,
                starts,
                ends,
                review,
                days,
                field("role").isEmpty() ? null : field("role"),
                covers);
    }

    private int days() {
        try {
            var days = Integer.parseInt(field("daysAfter"));
            if (days >= 0 && days <= 365) return days;
        } catch (NumberFormatException e) {
            // said below
        }
        errors.add("daysAfter", "Enter a number of days from 0 to 365");
        return 0;
    }

    private String field(String name) {
        return fields.getOrDefault(name, "").strip();
    }

    private String words(String name, int most, String otherwise) {
        var words = field(name);
        errors.addIf(words.isEmpty(), name, otherwise);
        errors.addIf(words.length() > most, name, "Use at most " + most + " characters");
        return words;
    }

    private @Nullable UUID id(String name) {
        try {
            return UUID.fromString(field(name));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private LocalDate day(String name, String otherwise) {
        try {
            return LocalDate.of(
                    Integer.parseInt(field(name + "-year")),
                    Integer.parseInt(field(name + "-month")),
                    Integer.parseInt(field(name + "-day")));
        } catch (NumberFormatException | DateTimeException e) {
            errors.add(name, otherwise);
            return LocalDate.EPOCH;
        }
    }
}
