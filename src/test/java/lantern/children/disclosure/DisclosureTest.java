package lantern.children.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lantern.children.record.PagesTest;
import org.junit.jupiter.api.Test;

class DisclosureTest extends PagesTest {

    @Test
    void a_copy_for_the_police_holds_what_their_agreement_covers_and_no_address() throws Exception {
        var hub = region.session("merrowdale", "hub-worker");
        var police = region.session("merrowdale", "police-analyst");
        var child = known("Copyfield");
        involve(child, "merrowdale/police");
        var copy = prepare(hub, child, "merrowdale/police");
        var preparing = page(hub, copy).text();
        assertThat(preparing)
                .contains(
                        "Copy for Merrowdale police",
                        "In the copy",
                        "Withheld",
                        "77 Hidden Lane",
                        "An address is withheld");
        assertThat(get(police, copy).statusCode()).as("not sent yet").isEqualTo(404);

        submit(hub, copy, 0, Map.of("parts", "identity"));
        assertThat(page(hub, copy).text()).contains("Sent", "only. It must not be passed on");
        var theirs = page(police, copy).text();
        assertThat(theirs).contains("Ada Copyfield", "Withheld").doesNotContain("Hidden Lane");
        assertThat(page(police, "/disclosures/received").text()).contains("Summary of the record");
        assertThat(get(region.session("merrowdale", "interviewer"), copy).statusCode())
                .isEqualTo(404);
        assertThat(acts(child)).contains("disclosure.prepared", "disclosure.sent");
    }

    @Test
    void what_is_of_high_risk_goes_only_with_a_reason_and_a_second_person() throws Exception {
        var hub = region.session("merrowdale", "hub-worker");
        var manager = region.session("merrowdale", "hub-manager");
        var police = region.session("merrowdale", "police-analyst");
        var child = known("Riskfield");
        placed(child);
        involve(child, "merrowdale/police");
        var copy = prepare(hub, child, "merrowdale/police");
        submit(hub, copy, 0, Map.of("parts", "placement-address"));
        assertThat(page(hub, copy).text()).contains("Say why what is withheld otherwise must go along");
        submit(hub, copy, 0, Map.of("parts", "placement-address", "reason", "They take the child back tonight"));
        assertThat(page(hub, copy).text())
                .contains("Waiting for a second person", "A manager who did not prepare it must agree");
        assertThat(get(police, copy).statusCode()).isEqualTo(404);

        assertThat(page(manager, "/disclosures/waiting").text()).contains("Merrowdale police");
        submit(manager, copy, 0, Map.of());
        assertThat(page(police, copy).text()).contains("9 Secret Close");
        assertThat(acts(child)).contains("disclosure.second-person-asked", "disclosure.sent");
    }

    @Test
    void whoever_prepared_a_copy_cannot_be_the_second_person() throws Exception {
        var manager = region.session("merrowdale", "hub-manager");
        var child = known("Alonefield");
        placed(child);
        var copy = prepare(manager, child, "merrowdale/police");
        submit(manager, copy, 0, Map.of("parts", "placement-address", "reason", "They ask"));
        assertThat(page(manager, copy).select("form[action$=approval]")).isEmpty();
        var id = UUID.fromString(copy.substring("/disclosures/".length()));
        var sql = "update children.disclosure set state = 'sent', decided_by = prepared_by, decided_at = now(),"
                + " mark = 'ABCD-EFGH' where id = :id";
        assertThatThrownBy(() -> database.superuser().sql(sql).param("id", id).update())
                .rootCause()
                .hasMessageContaining("a_second_person_decides");
    }

    @Test
    void nothing_goes_outside_by_itself_and_the_decision_not_to_share_is_kept() throws Exception {
        var hub = region.session("merrowdale", "hub-worker");
        var child = known("Outfield");
        var answer = submit(
                hub,
                child + "/disclosures/new",
                0,
                Map.of(
                        "document", "record-summary",
                        "agency", "outside",
                        "recipient", "A solicitor",
                        "purpose", "They say that they act for the father",
                        "basis", "safeguarding"));
        var copy = URI.create(answer.headers().firstValue("Location").orElseThrow())
                .getPath();
        assertThat(page(hub, copy).text()).contains("Nothing goes outside Lantern by itself");
        assertThat(page(hub, copy).select("input[name=parts][checked]")).isEmpty();
        submit(hub, copy, 1, Map.of("why", "No proof that they act for him"));
        assertThat(page(hub, copy).text()).contains("Decided not to share", "No proof that they act for him");
        assertThat(page(hub, child + "/disclosures").text()).contains("A solicitor", "Decided not to share");
        assertThat(acts(child)).contains("disclosure.not-shared");
    }

    @Test
    void what_was_sent_stays_as_it_was_whoever_asks() throws Exception {
        var hub = region.session("merrowdale", "hub-worker");
        var child = known("Frozenfield");
        involve(child, "merrowdale/police");
        var copy = prepare(hub, child, "merrowdale/police");
        submit(hub, copy, 0, Map.of("parts", "identity"));
        var id = UUID.fromString(copy.substring("/disclosures/".length()));
        for (var sql : List.of(
                "update children.disclosure set reason = 'another' where id = :id",
                "delete from children.disclosure_part where disclosure_id = :id",
                "update children.disclosure_part set heading = 'another' where disclosure_id = :id"))
            assertThatThrownBy(
                            () -> database.superuser().sql(sql).param("id", id).update())
                    .as(sql)
                    .rootCause()
                    .hasMessageContaining("What was sent stays as it was");
    }

    @Test
    void the_grab_pack_goes_to_the_police_as_far_as_their_agreement_reaches() throws Exception {
        var hub = region.session("merrowdale", "hub-worker");
        var police = region.session("merrowdale", "police-analyst");
        var child = known("Packfield");
        involve(child, "merrowdale/police");
        database.owner()
                .sql("insert into children.medical_need (authority_id, id, child_id, need, recorded_at, recorded_by)"
                        + " values (:authority, :id, :child, 'Brittle asthma', now(), :by)")
                .param("authority", region.authority("merrowdale"))
                .param("id", UUID.randomUUID())
                .param("child", id(child))
                .param("by", region.person("merrowdale", "hub-worker"))
                .update();
        var copy = prepare(hub, child, "merrowdale/police", "grab-pack");
        assertThat(page(hub, copy).text()).contains("Brittle asthma", "Merrowdale police may not see: health");
        submit(hub, copy, 0, Map.of("parts", "who"));
        assertThat(page(police, copy).text())
                .contains("Ada Packfield", "No pen picture has been written")
                .doesNotContain("asthma", "Hidden Lane");
    }

    private String prepare(String session, String child, String agency) throws Exception {
        return prepare(session, child, agency, "record-summary");
    }

    private String prepare(String session, String child, String agency, String document) throws Exception {
        var answer = submit(
                session,
                child + "/disclosures/new",
                0,
                Map.of(
                        "document",
                        document,
                        "agency",
                        region.agency(agency).toString(),
                        "purpose",
                        "To look for the child",
                        "basis",
                        "safeguarding"));
        var path = URI.create(answer.headers().firstValue("Location").orElseThrow())
                .getPath();
        assertThat(path).startsWith("/disclosures/");
        return path;
    }

    private String known(String family) throws Exception {
        var child = add(
                region.session("merrowdale", "hub-worker"),
                Map.of("familyName", family, "givenNames", "Ada", "sex", "female"));
        database.owner()
                .sql("insert into children.address (authority_id, id, child_id, kind, lines, recorded_at, recorded_by)"
                        + " values (:authority, :id, :child, 'home', '77 Hidden Lane', now(), :by)")
                .param("authority", region.authority("merrowdale"))
                .param("id", UUID.randomUUID())
                .param("child", id(child))
                .param("by", region.person("merrowdale", "hub-worker"))
                .update();
        return child;
    }

    private void placed(String child) {
        var placement = UUID.randomUUID();
        for (var sql : List.of(
                "insert into children.placement (authority_id, id, child_id, type_code, name, starts_on, recorded_at, recorded_by)"
                        + " values (:authority, :id, :child, 'K2', 'Rowan House', date '2015-01-01', now(), :by)",
                "insert into children.placement_address (authority_id, placement_id, child_id, lines)"
                        + " select :authority, :id, :child, '9 Secret Close' where :by::uuid is not null"))
            database.owner()
                    .sql(sql)
                    .param("authority", region.authority("merrowdale"))
                    .param("id", placement)
                    .param("child", id(child))
                    .param("by", region.person("merrowdale", "hub-worker"))
                    .update();
    }

    private static UUID id(String child) {
        return UUID.fromString(child.substring("/children/".length()));
    }

    private static List<String> acts(String child) {
        return database.superuser()
                .sql("select act from audit.entry where child_id = :child")
                .param("child", id(child))
                .query((row, n) -> row.getString(1))
                .list();
    }
}
