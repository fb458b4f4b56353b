package lantern.intake.linking;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lantern.access.Actor;
import lantern.calendar.London;
import lantern.children.Candidate;
import lantern.children.ChildFacts;
import lantern.children.Children;
import lantern.children.Matcher;
import lantern.children.Wanted;
import lantern.intake.Incident.Kind;
import lantern.intake.Said;
import lantern.timescales.Happened;
import lantern.timescales.Happening;
import lantern.timescales.Subject;
import lantern.timescales.Timescales;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What Lantern does by itself when a notification arrives: matches, links what is certain, pairs, starts the clocks. */
@Component
public class Arrivals {
    /** Enough to choose from at one look. */
    public static final int CANDIDATES = 8;

    private final Matcher matcher;
    private final Children children;
    private final Links links;
    private final Pairing pairing;
    private final Timescales timescales;

    Arrivals(Matcher matcher, Children children, Links links, Pairing pairing, Timescales timescales) {
        this.matcher = matcher;
        this.children = children;
        this.links = links;
        this.pairing = pairing;
        this.timescales = timescales;
    }

    public void arrived(Arrival arrival, Actor system, boolean automatically) {
        var known = automatically ? known(arrival) : null;
        var received = new Happened(Happening.NOTIFICATION_RECEIVED, arrival.receivedAt());
        if (known == null) {
            timescales.happened(List.of(received), Subject.notification(arrival.id()), null, facts(arrival.kind()));
        } else {
            links.link(arrival, known.child, known.evidence, system, arrival.receivedAt(), List.of(received));
        }
    }

    private record Known(ChildFacts child, Evidence evidence) {}

    private @Nullable Known known(Arrival arrival) {
        var certain =
                candidates(arrival.said()).stream().filter(Candidate::certain).toList();
        // Two certain matches are a doubt, and a doubt is for a person.
        if (certain.size() == 1) return new Known(certain.getFirst().facts(), Evidence.automatic(certain.getFirst()));
        if (!certain.isEmpty() || !pairs(arrival.kind())) return null;
        return pairing.childOfItsMissingReport(arrival)
                .flatMap(children::find)
                .map(child -> new Known(child, Evidence.paired()))
                .orElse(null);
    }

    /** The candidates for what the message says about the child. */
    public List<Candidate> candidates(Said said) {
        return found(said).candidates();
    }

    /** The candidates, and how many more may match whom the reader may not see. */
    public Matcher.Found found(Said said) {
        var child = said.child();
        return child == null ? Matcher.Found.NOBODY : matcher.find(wanted(child), CANDIDATES);
    }

    static boolean pairs(Kind kind) {
        return kind == Kind.FOUND || kind == Kind.UPDATE;
    }

    /** What a standard may ask of a notification as such, whoever the child is. */
    static Set<String> facts(Kind kind) {
        return switch (kind) {
            case MISSING, CONCERN, EDUCATION_REFERRAL, PUBLIC_REPORT -> Set.of(Happening.NEEDS_TRIAGE);
            case ABSENT -> Set.of(Happening.POLICE_ABSENT);
            case FOUND, UPDATE -> Set.of();
        };
    }

    private static Wanted wanted(Said.Child child) {
        var identifiers = new LinkedHashMap<String, String>();
        child.identifiers().forEach((name, value) -> identifiers.put(REGISTER.getOrDefault(name, name), value));
        var postcodes = child.addresses().stream()
                .map(Said.Address::postcode)
                .filter(java.util.Objects::nonNull)
                .toList();
        return new Wanted(
                child.familyName(),
                child.givenNames(),
                child.knownAs(),
                child.dateOfBirth(),
                child.sex(),
                identifiers,
                postcodes,
                child.phones());
    }

    /** The contract's names of identifiers, and the register's. */
    static final Map<String, String> REGISTER =
            Map.of("upn", "upn", "nhsNumber", "nhs-number", "policeNominal", "police-nominal");

    /** The first day of the year in which somebody of that age today was probably born: for a register that must hold a date. */
    static LocalDate bornAbout(int age, java.time.Instant now) {
        return London.date(now).minusYears(age).withDayOfYear(1);
    }
}
