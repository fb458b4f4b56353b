package lantern.access.people;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lantern.access.Access;
import lantern.access.Actor;
import lantern.access.Names;
import lantern.access.Permission;
import lantern.access.Roles;
import lantern.calendar.London;
import lantern.platform.web.Pages;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The list of people, and the same list as a file. */
@Controller
@Transactional
class PeopleController {
    private final Access access;
    private final People people;
    private final Changes changes;
    private final Roles roles;
    private final Names names;
    private final JdbcClient db;
    private final Clock clock;

    PeopleController(
            Access access, People people, Changes changes, Roles roles, Names names, JdbcClient db, Clock clock) {
        this.access = access;
        this.people = people;
        this.changes = changes;
        this.roles = roles;
        this.names = names;
        this.db = db;
        this.clock = clock;
    }

    @GetMapping("/people")
    ModelAndView list(@RequestParam Map<String, String> asked) {
        var actor = access.require(Permission.MANAGE_PEOPLE);
        var wanted = Wanted.of(asked);
        var found = people.find(wanted, People.PAGE);
        var now = clock.instant();
        var everywhere = actor.may(Permission.MANAGE_ALL_AGENCIES);
        var only = everywhere ? null : actor.agency();
        var titles = new LinkedHashMap<String, String>();
        roles.all().forEach(role -> titles.put(role.code(), role.title()));
        return Pages.page(
                "access/people/list",
                new PeoplePage(
                        wanted,
                        found.people().stream().map(each -> row(each, now)).toList(),
                        found.all(),
                        (int) Math.ceilDiv(found.all(), People.PAGE),
                        everywhere ? people.agencies(null) : Map.of(),
                        people.teams(only),
                        titles,
                        waiting(actor, now),
                        new PeoplePage.Sections(true, actor.may(Permission.MANAGE_TOKENS))));
    }

    private static PeoplePage.Row row(People.Person each, Instant now) {
        return new PeoplePage.Row(
                each.id(),
                each.name(),
                each.email(),
                each.roleTitle() == null ? "No post yet" : each.roleTitle() + (each.posts() > 1 ? ", and another" : ""),
                where(each),
                PersonController.stateInWords(each.state()),
                PersonController.colour(each.state()),
                each.seenAt() == null ? "Never" : London.ago(each.seenAt(), now));
    }

    private static String where(People.Person each) {
        if (each.agencyName() == null) return "";
        return each.teamName() == null ? each.agencyName() : each.teamName() + ", " + each.agencyName();
    }

    private List<PeoplePage.Waiting> waiting(Actor actor, Instant now) {
        var waiting = new ArrayList<PeoplePage.Waiting>();
        var sql = """
                select r.id, r.quarter, r.opened_at, r.mine, a.name from access.reviews_looked_after() r
                join access.agency a on a.authority_id = (select ctx.authority()) and a.id = r.agency_id
                where r.done_at is null and r.mine > 0 order by r.opened_at, a.name
                """;
        db.sql(sql).query(row -> {
            waiting.add(new PeoplePage.Waiting(
                    "/people/reviews/" + row.getString("id"),
                    "Review the people of " + row.getString("name") + ": " + row.getLong("mine") + " to decide on",
                    "since "
                            + London.day(London.date(row.getObject("opened_at", OffsetDateTime.class)
                                    .toInstant()))));
        });
        if (!actor.may(Permission.MANAGE_ALL_AGENCIES)) return waiting;
        var asked = changes.waitingFor(actor.id());
        var called = names.of(asked.stream().map(Changes.Asked::person).toList());
        for (var each : asked)
            waiting.add(new PeoplePage.Waiting(
                    "/people/changes/" + each.id(),
                    each.what() + ": " + called.name(each.person()),
                    "asked " + London.ago(each.askedAt(), now)));
        return waiting;
    }

    @GetMapping("/people/list.csv")
    ResponseEntity<byte[]> file(@RequestParam Map<String, String> asked) throws IOException {
        access.require(Permission.MANAGE_PEOPLE);
        var wanted = Wanted.of(asked);
        var all = new Wanted(wanted.words(), wanted.agency(), wanted.team(), wanted.role(), wanted.state(), 1);
        var found = people.find(all, People.MOST_IN_A_FILE).people();
        people.exported(found.size());
        var text = new StringWriter();
        try (var csv = new CSVPrinter(text, CSVFormat.RFC4180)) {
            csv.printRecord(
                    "Name", "Email", "Role", "Agency", "Team", "State", "Last signed in", "Last used", "Second factor");
            for (var each : found)
                csv.printRecord(
                        plain(each.name()),
                        plain(each.email()),
                        plain(each.roleTitle()),
                        plain(each.agencyName()),
                        plain(each.teamName()),
                        PersonController.stateInWords(each.state()),
                        at(each.signedInAt()),
                        at(each.seenAt()),
                        each.secondFactor() ? "Set" : "Not set");
        }
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"people.csv\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    // A spreadsheet would run what begins like a formula (OWASP, CSV injection).
    private static String plain(@Nullable String text) {
        if (text == null) return "";
        return text.matches("(?s)[=+\\-@\t\r].*") ? "'" + text : text;
    }

    private static String at(@Nullable Instant at) {
        return at == null ? "" : London.dateTime(at);
    }
}
