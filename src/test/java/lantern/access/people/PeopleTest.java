package lantern.access.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import lantern.ServerTest;
import lantern.access.Bearer;
import lantern.access.Roles;
import lantern.access.Tokens;
import lantern.platform.Ids;
import lantern.platform.Refused;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Who may do what with whom: the rules that the pages show are kept by the database. */
class PeopleTest extends ServerTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Autowired
    Changes changes;

    @Autowired
    People people;

    @Autowired
    Roles roles;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void somebody_invited_has_the_post_and_a_link_that_is_stored_as_a_hash_only() {
        var invited = invited("administrator", "social-worker");
        assertThat(invited.waits()).isFalse();
        var person = as("administrator", () -> people.person(invited.person())).orElseThrow();
        assertThat(person.state()).isEqualTo("invited");
        assertThat(person.role()).isEqualTo("social-worker");
        assertThat(person.secondFactor()).isFalse();
        var link = java.util.Objects.requireNonNull(invited.link());
        var token = link.substring(link.indexOf("li_"));
        assertThat(database.owner()
                        .sql("select count(*) from access.invitation where token_hash = :hash and person_id = :person")
                        .param("hash", Tokens.hash(token))
                        .param("person", invited.person())
                        .query(Long.class)
                        .single())
                .isOne();
        assertThat(acts(invited.person())).contains("person.post-changed", "person.invited");
    }

    @Test
    void nobody_gives_a_role_that_reaches_further_than_their_own() {
        for (var role : new String[] {"hub-worker", "head-of-service", "governance-lead"})
            assertThatThrownBy(() -> invited("administrator", role))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("reaches further");
        assertThat(as("administrator", () -> roles.toGive(region.agency("merrowdale/children"))))
                .isNotEmpty()
                .noneMatch(Roles.Giving::reachesAll);
        assertThatThrownBy(() -> invited("police-analyst", "police-analyst")).isInstanceOf(Refused.class);
    }

    @Test
    void a_manager_looks_after_their_own_agency_and_sees_nobody_of_another() {
        var analyst = region.person("merrowdale", "police-analyst");
        assertThat(as("provider-manager", () -> people.person(analyst))).isEmpty();
        assertThatThrownBy(() -> does("provider-manager", () -> changes.disable(analyst, "Not mine")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("another agency");
        assertThat(as("hub-manager", () -> people.person(analyst))).isPresent();
        var elsewhere = region.person("larkwater", "police-analyst");
        assertThat(as("hub-manager", () -> people.person(elsewhere))).isEmpty();
        assertThatThrownBy(() -> does("hub-manager", () -> changes.disable(elsewhere, "Of another authority")))
                .isInstanceOf(Refused.class);
    }

    @Test
    void nobody_changes_their_own_post_or_somebody_who_reaches_further() {
        var me = region.person("merrowdale", "administrator");
        assertThatThrownBy(() -> as("administrator", () -> changes.move(me, null, post("children", "team-manager"))))
                .hasMessageContaining("Nobody changes their own");
        var manager = region.person("merrowdale", "hub-manager");
        assertThatThrownBy(() -> as("administrator", () -> changes.reset(manager, "Lost the phone")))
                .hasMessageContaining("further than you do");
    }

    @Test
    void a_role_that_sees_every_child_begins_when_a_second_person_has_agreed() {
        var invited = invited("hub-manager", "duty-worker");
        assertThat(invited.waits()).isTrue();
        assertThat(posts(invited.person())).isZero();
        var asked = as("governance-lead", () -> changes.of(invited.person())).getFirst();
        assertThatThrownBy(() -> as("hub-manager", () -> changes.decide(asked, true, null)))
                .hasMessageContaining("own");
        assertThatThrownBy(() -> as("administrator", () -> changes.decide(asked, true, null)))
                .isInstanceOf(Refused.class);
        assertThat(posts(invited.person())).isZero();
        as("governance-lead", () -> changes.decide(asked, true, null));
        assertThat(posts(invited.person())).isOne();
        assertThat(acts(invited.person())).contains("person.post-changed-asked", "person.change-agreed");
    }

    @Test
    void a_reset_of_somebody_who_sees_every_child_gives_its_link_to_the_second_person_only() {
        var invited = invited("hub-manager", "duty-worker");
        var asked = as("governance-lead", () -> changes.of(invited.person())).getFirst();
        as("governance-lead", () -> changes.decide(asked, true, null));
        var reset = as("hub-manager", () -> changes.reset(invited.person(), "Lost the phone"));
        assertThat(reset.link()).isNull();
        var waiting = as("head-of-service", () -> changes.of(invited.person())).getFirst();
        assertThat(as("head-of-service", () -> changes.decide(waiting, true, null))
                        .link())
                .startsWith("/invitation?token=li_");
    }

    @Test
    void a_move_ends_the_old_post_and_holds_at_the_next_request() throws Exception {
        var person = invited("administrator", "social-worker").person();
        var session = session(person);
        assertThat(status("/", session)).isEqualTo(200);
        var post = as("administrator", () -> people.posts(person)).getFirst();
        var moved = as("administrator", () -> changes.move(person, post.id(), post("children", "team-manager")));
        assertThat(moved.planned()).isFalse();
        assertThat(status("/", session)).as("leads to the sign-in page").isEqualTo(303);
        var all = as("administrator", () -> people.posts(person));
        assertThat(all).hasSize(2);
        assertThat(all.getFirst().role()).isEqualTo("Team manager");
        assertThat(all.getLast().until()).isNotNull();
    }

    @Test
    void a_move_for_a_later_day_can_be_withdrawn_and_a_leaver_is_out_at_once() throws Exception {
        var person = invited("administrator", "social-worker").person();
        var post = as("administrator", () -> people.posts(person)).getFirst();
        var later = new Changes.NewPost(
                region.agency("merrowdale/children"),
                null,
                "team-manager",
                clock.instant().plusSeconds(5 * 86_400),
                "Acting up");
        assertThat(as("administrator", () -> changes.move(person, post.id(), later))
                        .planned())
                .isTrue();
        assertThat(as("administrator", () -> people.posts(person)).getFirst().until())
                .isNotNull();
        assertThatThrownBy(() -> as("administrator", () -> changes.reset(person, "While it waits")))
                .hasMessageContaining("waits already");
        var asked = as("administrator", () -> changes.of(person)).getFirst();
        does("administrator", () -> changes.withdraw(asked.id(), person));
        assertThat(as("administrator", () -> people.posts(person)).getFirst().until())
                .isNull();
        var session = session(person);
        as("administrator", () -> changes.leave(person, null, "New job"));
        assertThat(status("/", session)).isEqualTo(303);
        assertThat(as("administrator", () -> people.person(person))
                        .orElseThrow()
                        .state())
                .isEqualTo("disabled");
    }

    @Test
    void the_file_obeys_the_filter_and_holds_nothing_that_a_spreadsheet_runs() throws Exception {
        var name = "=SUM(" + Ids.next().toString().substring(24) + ")";
        var person = as(
                        "administrator",
                        () -> changes.invite(
                                name, Ids.next() + "@merrowdale.example", post("children", "team-manager")))
                .person();
        var file = get("/people/list.csv?role=team-manager&q=SUM", region.session("merrowdale", "administrator"));
        assertThat(file.headers().firstValue("Content-Disposition"))
                .hasValueSatisfying(it -> assertThat(it).contains("attachment"));
        assertThat(file.body()).contains("'" + name).doesNotContain("Pat team-manager");
        assertThat(get("/people/list.csv?role=interviewer", region.session("merrowdale", "administrator"))
                        .body())
                .doesNotContain(name);
        assertThat(person).isNotNull();
    }

    private Changes.Outcome invited(String by, String role) {
        var agency = by.startsWith("police") ? "police" : "children";
        return as(by, () -> changes.invite("New " + role, Ids.next() + "@merrowdale.example", post(agency, role)));
    }

    private static Changes.NewPost post(String agency, String role) {
        return new Changes.NewPost(region.agency("merrowdale/" + agency), null, role, null, "Needed");
    }

    private <T> T as(String role, Supplier<T> work) {
        var once = new TransactionTemplate(transactions);
        return Bearer.with(region.session("merrowdale", role), "test", () -> once.execute(status -> work.get()));
    }

    private void does(String role, Runnable work) {
        as(role, () -> {
            work.run();
            return true;
        });
    }

    private static String session(UUID person) {
        var token = "ls_" + UUID.randomUUID() + UUID.randomUUID();
        var sql = """
                with active as (update access.person set state = 'active' where id = :person)
                insert into access.session (id, token_hash, authority_id, person_id, post_id, created_at, last_seen_at)
                select :id, :hash, o.authority_id, o.person_id, o.id, now(), now() from access.post o
                where o.person_id = :person and o.ends_at is null
                """;
        database.owner()
                .sql(sql)
                .params(Map.of("id", Ids.next(), "hash", Tokens.hash(token), "person", person))
                .update();
        return token;
    }

    private static long posts(UUID person) {
        return database.owner()
                .sql("select count(*) from access.post where person_id = :person")
                .param("person", person)
                .query(Long.class)
                .single();
    }

    private static java.util.List<String> acts(UUID person) {
        return database.owner()
                .sql("select act from audit.entry where subject_id = :person")
                .param("person", person)
                .query((row, n) -> row.getString(1))
                .list();
    }

    private int status(String path, String session) throws Exception {
        return get(path, session).statusCode();
    }

    private HttpResponse<String> get(String path, String session) throws Exception {
        return HTTP.send(
                HttpRequest.newBuilder(URI.create(url(path)))
                        .header("Cookie", "lantern-session=" + session)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
