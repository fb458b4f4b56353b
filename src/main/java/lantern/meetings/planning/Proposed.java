package lantern.meetings.planning;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import lantern.access.Access;
import lantern.children.ChildFacts;
import lantern.meetings.Invite;
import lantern.meetings.MeetingKind;
import lantern.meetings.MeetingKind.Part;
import lantern.meetings.form.Offered;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who can be invited with one click: the co-ordinators, the child's worker and their managers, and each agency. */
@Component
class Proposed {
    private final JdbcClient db;
    private final Access access;
    private final Offered offered;

    Proposed(JdbcClient db, Access access, Offered offered) {
        this.db = db;
        this.access = access;
        this.offered = offered;
    }

    /** A box of the form. */
    record Choice(String value, String words, Invite invite) {}

    List<Choice> of(ChildFacts child) {
        var choices = new ArrayList<Choice>();
        for (var person : offered.people()) {
            var part = part(child, person);
            if (part == null) continue;
            choices.add(new Choice(
                    person.id().toString(),
                    person.name() + ", " + part.words.toLowerCase(Locale.ROOT),
                    Invite.person(part, person.id(), person.agency(), person.name())));
        }
        for (var agency : offered.agencies()) {
            if (agency.kind().equals("children")) continue;
            var part = part(agency.kind());
            choices.add(
                    new Choice(agency.id().toString(), agency.name(), Invite.agency(part, agency.id(), agency.name())));
        }
        return choices;
    }

    private static @org.jspecify.annotations.Nullable Part part(ChildFacts child, Offered.Person person) {
        if (person.id().equals(child.workerId())) return Part.WORKER;
        if (person.role().equals("exploitation-coordinator")) return Part.COORDINATOR;
        var team = child.workerTeamId();
        return person.role().equals("team-manager") && team != null && team.equals(person.team()) ? Part.MANAGER : null;
    }

    private static Part part(String agencyKind) {
        for (var part : Part.values()) if (agencyKind.equals(part.agencyKind)) return part;
        return Part.SERVICE;
    }

    /** What is ticked at first. */
    static List<String> usually(List<Choice> choices, MeetingKind kind) {
        return choices.stream()
                .filter(each -> kind.usually().contains(each.invite().part()))
                .map(Choice::value)
                .toList();
    }

    /** Children by their reference in capitals; those the reader does not see are not there. */
    Map<String, UUID> byReference(List<String> references) {
        var found = new HashMap<String, UUID>();
        db.sql(
                        "select id, reference from children.v_child where authority_id = :authority and reference = any (:references)")
                .param("authority", access.actor().authority())
                .param(
                        "references",
                        references.stream()
                                .map(each -> each.toUpperCase(Locale.ROOT))
                                .toArray(String[]::new))
                .query(row -> {
                    found.put(row.getString("reference").toUpperCase(Locale.ROOT), row.getObject("id", UUID.class));
                });
        return found;
    }
}
