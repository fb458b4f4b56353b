package lantern.demo.scrutiny;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The rows that a committee and an inquiry begin with. */
record Beginnings(Writing writing, UUID committee, List<UUID> meetings, List<LocalDate> days) {
    void name(String name, int days) {
        writing.row(
                "committee_name",
                "committee_id",
                committee,
                "name",
                name,
                "from_on",
                writing.today().plusDays(days));
    }

    void tracked(UUID inquiry) {
        for (int i = 0; i < 4; i++)
            writing.row(
                    "tracking",
                    "id",
                    writing.id("tracked " + i),
                    "inquiry_id",
                    inquiry,
                    "on_day",
                    days.get(i),
                    "kind",
                    "tracked",
                    "meeting_id",
                    meetings.get(i));
    }

    void holder(UUID role, String holder, int from, @org.jspecify.annotations.Nullable Integer until) {
        writing.row(
                "role_holder",
                "id",
                writing.id("holder " + holder),
                "role_id",
                role,
                "holder",
                holder,
                "from_on",
                writing.today().plusDays(from),
                "until_on",
                until == null ? null : writing.today().plusDays(until));
    }

    UUID inquiry(String key, String title, int approved, String summary) {
        var inquiry = writing.id("inquiry " + key);
        writing.row(
                "inquiry",
                "id",
                inquiry,
                "committee_id",
                committee,
                "title",
                title,
                "summary",
                summary.strip(),
                "approved_on",
                writing.today().plusDays(approved),
                "lead_member",
                "The member who led the inquiry",
                "lead_officer",
                "Scrutiny officer",
                "report_of",
                "Cabinet Member for Children",
                "contact",
                "Scrutiny office",
                "created_at",
                writing.at(approved),
                "created_by",
                writing.officer());
        return inquiry;
    }

    void roles() {
        for (var role : List.of(
                "Cabinet Member for Children",
                "Head of Children in Care",
                "Chair of the Safeguarding Partnership",
                "Head of Licensing",
                "Director of Public Health")) {
            var id = writing.id("role " + role);
            writing.row("responsible_role", "id", id, "created_at", writing.at(-500));
            writing.row(
                    "role_name",
                    "role_id",
                    id,
                    "name",
                    role,
                    "from_on",
                    writing.today().minusDays(500));
        }
        var head = writing.id("role Head of Children in Care");
        writing.row(
                "role_name",
                "role_id",
                head,
                "name",
                "Head of Children in Care and Leaving Care",
                "from_on",
                writing.today().minusDays(120));
        holder(head, "The first post holder", -500, -121);
        holder(head, "The post holder since the service was reorganised", -120, null);
    }
}
