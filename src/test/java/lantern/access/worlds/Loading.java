package lantern.access.worlds;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes hundreds of worlds with one statement a table. */
final class Loading {
    private final Connection connection;

    private Loading(Connection connection) {
        this.connection = connection;
    }

    static void load(Connection connection, List<World> worlds) throws SQLException {
        new Loading(connection).all(worlds);
    }

    /** Into a database as it ships, without the children themselves. */
    static void withChecks(Connection connection, List<World> worlds) throws SQLException {
        new Loading(connection).whoAndWhy(worlds);
    }

    private void all(List<World> worlds) throws SQLException {
        whoAndWhy(worlds);
        insert(
                "public.worlds_child (authority_id, id, notification, sender, received_by) select a::uuid, b::uuid, c::uuid, d::uuid, e::uuid",
                5,
                rows -> worlds.forEach(w -> w.children()
                        .forEach(c -> rows.add(w.authority(), c.id(), c.notification(), c.sender(), c.receivedBy()))));
    }

    private void whoAndWhy(List<World> worlds) throws SQLException {
        insert(
                "access.authority (id, code, name) select a::uuid, 'w' || replace(a, '-', ''), 'World'",
                1,
                rows -> worlds.forEach(w -> rows.add(w.authority())));
        insert(
                "access.agency (authority_id, id, code, kind, name) select a::uuid, b::uuid, c, c, c",
                3,
                rows -> worlds.forEach(w -> w.agencies().forEach(g -> rows.add(w.authority(), g.id(), g.kind()))));
        insert(
                "access.team (authority_id, id, agency_id, name) select a::uuid, b::uuid, c::uuid, 'Team'",
                3,
                rows -> worlds.forEach(w ->
                        w.agencies().forEach(g -> g.teams().forEach(t -> rows.add(w.authority(), t, g.id())))));
        people(worlds);
        clients(worlds);
        agreements(worlds);
        insert(
                "access.involvement (authority_id, id, child_id, agency_id, team_id, kind, subject_id, starts_at, ends_at)"
                        + " select a::uuid, gen_random_uuid(), b::uuid, c::uuid, d::uuid, 'allocation', gen_random_uuid(), now() - interval '9 hours',"
                        + " now() + e::int * interval '1 hour'",
                5,
                rows -> worlds.forEach(w -> w.involvements()
                        .forEach(i -> rows.add(w.authority(), i.child(), i.agency(), i.team(), i.ends()))));
        insert(
                "access.restriction (authority_id, id, child_id, reason, starts_at, restricted_by, ended_at, ended_by, ended_because)"
                        + " select a::uuid, b::uuid, c::uuid, 'x', now(), c::uuid, case when d = 'true' then now() - interval '1 hour' end,"
                        + " case when d = 'true' then c::uuid end, case when d = 'true' then 'x' end",
                4,
                rows -> worlds.forEach(
                        w -> w.restrictions().forEach(r -> rows.add(w.authority(), r.id(), r.child(), r.lifted()))));
        insert(
                "access.named_person (authority_id, id, restriction_id, child_id, person_id, starts_at, named_by, ended_at)"
                        + " select a::uuid, gen_random_uuid(), b::uuid, c::uuid, d::uuid, now(), d::uuid, case when e = 'true' then now() end",
                5,
                rows -> worlds.forEach(w -> w.namings()
                        .forEach(n -> rows.add(w.authority(), n.restriction(), n.child(), n.person(), n.ended()))));
        insert(
                "access.break_glass (authority_id, id, child_id, person_id, reason, words, over_restriction, starts_at, ends_at, ended_at)"
                        + " select a::uuid, gen_random_uuid(), b::uuid, c::uuid, 'danger', 'Somebody is in danger', d::boolean,"
                        + " now() + (e::int - 8) * interval '1 hour', now() + e::int * interval '1 hour',"
                        + " case when f = 'true' then now() end",
                6,
                rows -> worlds.forEach(w -> w.openings()
                        .forEach(o -> rows.add(w.authority(), o.child(), o.person(), o.over(), o.ends(), o.closed()))));
    }

    private void agreements(List<World> worlds) throws SQLException {
        insert(
                "access.agreement (authority_id, id, series_id, version, agency_id, title, purpose, lawful_basis, starts_on, ends_on, review_by,"
                        + " days_after, made_by, made_at) select a::uuid, b::uuid, c::uuid, d::int, e::uuid, 'Agreement', 'A world', 'public-task',"
                        + " (now() at time zone 'Europe/London')::date + f::int, (now() at time zone 'Europe/London')::date + g::int,"
                        + " '9999-01-01', 28, b::uuid, now()",
                7,
                rows -> worlds.forEach(w -> w.agreements()
                        .forEach(g -> rows.add(
                                w.authority(), g.id(), g.series(), g.version(), g.agency(), g.starts(), g.ends()))));
        insert(
                "access.agreement_section (authority_id, id, agreement_id, role, section, covers) select a::uuid, gen_random_uuid(), b::uuid, c, d,"
                        + " case e when 'true' then 'every-child' else 'involved' end",
                5,
                rows -> worlds.forEach(w -> w.agreements()
                        .forEach(g -> g.lines()
                                .forEach(
                                        l -> rows.add(w.authority(), g.id(), l.role(), l.section(), l.everyChild())))));
        for (var decision : List.of("approved", "refused", "ended"))
            insert(
                    "access.agreement_decision (authority_id, id, agreement_id, decision, reason, decided_at, decided_by)"
                            + " select a::uuid, gen_random_uuid(), b::uuid, c, 'x', now(), b::uuid",
                    3,
                    rows -> worlds.forEach(w -> w.agreements().stream()
                            .filter(g -> decision.equals(g.decision()) || decision.equals("approved") && g.approved())
                            .forEach(g -> rows.add(w.authority(), g.id(), decision))));
    }

    private void people(List<World> worlds) throws SQLException {
        insert(
                "access.person (authority_id, id, name, email, state, created_at) select a::uuid, b::uuid, 'Pat', b, c, now()",
                3,
                rows -> worlds.forEach(w -> w.actors().stream()
                        .filter(p -> p.kind().equals("PERSON"))
                        .forEach(p -> rows.add(w.authority(), p.id(), p.live() ? "active" : "disabled"))));
        insert(
                "access.post (authority_id, id, person_id, agency_id, team_id, role, starts_at)"
                        + " select a::uuid, b::uuid, b::uuid, c::uuid, d::uuid, e, now()",
                5,
                rows -> worlds.forEach(w -> w.actors().stream()
                        .filter(p -> p.kind().equals("PERSON"))
                        .forEach(p -> rows.add(w.authority(), p.id(), p.agency(), p.team(), p.role()))));
        insert(
                "access.session (id, token_hash, authority_id, person_id, post_id, created_at, last_seen_at)"
                        + " select gen_random_uuid(), sha256(convert_to(c, 'UTF8')), a::uuid, b::uuid, b::uuid, now(), now()",
                3,
                rows -> worlds.forEach(w -> w.actors().stream()
                        .filter(p -> p.kind().equals("PERSON"))
                        .forEach(p -> rows.add(w.authority(), p.id(), p.token()))));
    }

    private void clients(List<World> worlds) throws SQLException {
        insert(
                "access.client (authority_id, id, agency_id, name, kind, created_at) select a::uuid, b::uuid, c::uuid, 'Client', lower(d), now()",
                4,
                rows -> worlds.forEach(w -> w.actors().stream()
                        .filter(p -> !p.kind().equals("PERSON"))
                        .forEach(p -> rows.add(w.authority(), p.id(), p.agency(), p.kind()))));
        insert(
                "access.client_token (id, token_hash, authority_id, client_id, scopes, created_at, expires_at)"
                        + " select gen_random_uuid(), sha256(convert_to(c, 'UTF8')), a::uuid, b::uuid, array[d], now(),"
                        + " case when e = 'false' then now() - interval '1 hour' end",
                5,
                rows -> worlds.forEach(w -> w.actors().stream()
                        .filter(p -> !p.kind().equals("PERSON"))
                        .forEach(p -> rows.add(w.authority(), p.id(), p.token(), p.role(), p.live()))));
    }

    private interface Fill {
        void with(Rows rows);
    }

    private static final class Rows {
        final List<List<@Nullable String>> columns = new ArrayList<>();

        Rows(int many) {
            for (var i = 0; i < many; i++) columns.add(new ArrayList<>());
        }

        void add(@Nullable Object... values) {
            for (var i = 0; i < values.length; i++) columns.get(i).add(values[i] == null ? null : values[i].toString());
        }
    }

    private void insert(String into, int many, Fill fill) throws SQLException {
        var rows = new Rows(many);
        fill.with(rows);
        var arrays = String.join(", ", java.util.Collections.nCopies(many, "?::text[]"));
        var names = "abcdefgh"
                .substring(0, many)
                .chars()
                .mapToObj(c -> String.valueOf((char) c))
                .toList();
        var sql = "insert into " + into + " from unnest(" + arrays + ") u (" + String.join(", ", names) + ")";
        try (var statement = connection.prepareStatement(sql)) {
            for (var i = 0; i < many; i++)
                statement.setArray(
                        i + 1,
                        connection.createArrayOf("text", rows.columns.get(i).toArray()));
            statement.executeUpdate();
        }
    }
}
