package lantern.access.worlds;

import java.util.ArrayList;
import java.util.List;

/**
 * A fault planted in the policies, as SQL that finds what it changes: a mutant that changes nothing fails by itself.
 *
 * @param sql run as the superuser in a transaction that is rolled back
 */
record Mutant(String name, String sql) {
    /** Each must be found by the comparison. */
    static List<Mutant> all() {
        var all = new ArrayList<Mutant>();
        why(all, "a restriction is forgotten where the actor is asked", "if works and not barred", "if works");
        why(
                all,
                "who is no longer named still passes",
                "n.person_id = actor and n.ended_at is null",
                "n.person_id = actor");
        why(
                all,
                "anybody named lets everybody pass",
                "n.person_id = actor and n.ended_at is null",
                "n.ended_at is null");
        why(all, "a lifted restriction still holds", "r.child_id = child and r.ended_at is null", "r.child_id = child");
        why(all, "a team's child is its agency's", "and (i.team_id is null or i.team_id = team)", "");
        why(all, "an agency's child is only its teams'", "(i.team_id is null or i.team_id = team)", "i.team_id = team");
        why(all, "an involvement never ends", "and (i.ends_at is null or i.ends_at > transaction_timestamp())", "");
        why(
                all,
                "an involvement with an end is over",
                "(i.ends_at is null or i.ends_at > transaction_timestamp())",
                "i.ends_at is null");
        why(all, "one agency's child is every agency's", "and i.agency_id = agency", "");
        why(all, "an emergency lasts for ever", "and b.ends_at > transaction_timestamp()", "");
        why(all, "an emergency that was ended goes on", "and b.ended_at is null", "");
        why(all, "one opens for all", "and b.person_id = actor", "");
        why(all, "one opening opens every child", "and b.child_id = child", "");
        why(all, "an opening passes every restriction", "and (b.over_restriction or not barred)", "");
        why(all, "an opening passes no restriction", "(b.over_restriction or not barred)", "not barred");
        closed(all, "nothing is closed in a list", "kept is null or", "true or");
        closed(all, "who is named somewhere is taken for one who is named nowhere", "if facts[14] = ''", "if true");
        reach(all, "restrictions close to Lantern itself", "when '|all' then return '{}';", "");
        function(
                all,
                "access.closed_to(text[])",
                "who is named anywhere reaches all the restricted",
                "return array(",
                "return '{}'; return array(");
        closed(
                all,
                "who is no longer named still sees lists",
                "n.person_id = actor and n.ended_at is null",
                "n.person_id = actor");
        closed(all, "anybody named opens lists to all", "and n.person_id = actor", "");
        closed(all, "every opening opens lists over a restriction", "and b.over_restriction", "");
        closed(all, "an emergency's lists last for ever", "and b.ends_at > transaction_timestamp()", "");
        reach(
                all,
                "every role reaches the whole authority",
                "fact[13] <> '*' and section <> all",
                "false and section <> all");
        reach(
                all,
                "one section of every child is every section of every child",
                "section <> all (string_to_array(fact[13], ','))",
                "fact[13] = ''");
        reach(
                all,
                "an agreement covers no section of every child",
                "and section <> all (string_to_array(fact[13], ','))",
                "");
        reach(all, "an agreement that covers every child covers the child that nobody knows", "|| fact[1]::uuid", "");
        reach(all, "who reaches all reaches the restricted too", "return access.closed_to(fact);", "return '{}';");
        reach(all, "no role reaches the whole authority", "if fact is null or", "if true or fact is null or");
        reach(all, "the hub reaches the restricted too", "return coalesce(kept, '{}');", "return '{}';");
        reach(
                all,
                "one authority's restrictions close the hub of another",
                "where c.authority_id = left(facts, 36)::uuid",
                "limit 1");
        function(
                all,
                "access.opened(text)",
                "an opening passes every restriction in lists",
                "and access.works_with(b.child_id, section)",
                "");
        function(all, "access.opened(text)", "in lists, an opening opens nothing", "facts[14] = ''", "true");
        function(
                all,
                "access.works_with(uuid,text)",
                "asked of one record, everybody works with the child",
                "return facts is not null",
                "return true; return true");
        policy(
                all,
                "children.address",
                "works_with_child",
                "addresses are the whole authority's",
                "using (authority_id = (select ctx.authority()))");
        policy(all, "missing.step", "works_with_child", "steps are everybody's", "using (true)");
        policy(all, "children.legal_status", "works_with_child", "legal statuses are nobody's", "using (false)");
        policy(all, "children.flag", "works_with_child", "a flag can be put on any child", "with check (true)");
        policy(
                all,
                "children.allocation",
                "works_with_child",
                "a worker can be allocated to any child of the authority",
                "with check (authority_id = (select ctx.authority()))");
        policy(
                all,
                "access.involvement",
                "own_and_seen",
                "who works with a restricted child is shown",
                "using (authority_id = (select ctx.authority()))");
        policy(
                all,
                "access.involvement",
                "begun_by_who_sees",
                "an agency opens a record to itself",
                "with check (authority_id = (select ctx.authority()))");
        policy(
                all,
                "access.break_glass",
                "own_and_reviewed",
                "everybody reads why records were opened",
                "using (authority_id = (select ctx.authority()))");
        policy(
                all,
                "intake.notification",
                "sender",
                "the sender's colleagues follow a restricted child",
                "using (authority_id = (select ctx.authority()) and agency_id = (select ctx.agency()))");
        policy(
                all,
                "timescales.happening",
                "works_with_child",
                "what is of no child yet is everybody's",
                "using (authority_id = (select ctx.authority()) and (child_id is null or access.works_with(child_id, 'episode')))");
        policy(
                all,
                "audit.entry",
                "own_acts_or_the_ledger",
                "the ledger is read by the whole authority",
                "using (authority_id = (select ctx.authority()))");
        policy(
                all,
                "timescales.notice",
                "of_no_child",
                "a notice reaches its role, the child seen or not",
                "using (authority_id = (select ctx.authority()))");
        all.add(new Mutant(
                "notices are read by whom they are not for", "drop policy addressed_to_me on timescales.notice"));
        works(all, "an involvement never ends", "(ends_at > transaction_timestamp())", "true");
        works(all, "a team's child is its agency's", "(team_id = ( SELECT ctx.team() AS team))", "true");
        works(all, "one agency's child is every agency's", "(agency_id = ( SELECT ctx.agency() AS agency))", "true");
        works(
                all,
                "who works with a restricted child reads it",
                "( SELECT access.closed() AS closed)",
                "( SELECT '{}'::uuid[] AS closed)");
        written(
                all,
                "missing.episode",
                "in lists, an emergency opens nothing",
                "access.opened\\(.episode.::text\\) AS opened",
                "null::uuid[] AS opened");
        SharingMutants.plant(all);
        all.add(new Mutant(
                "a table without row-level security", "alter table children.phone disable row level security"));
        all.add(new Mutant(
                "placement addresses are read by all who see the child",
                "drop policy only_those_who_arrange_it on children.placement_address"));
        all.add(new Mutant(
                "the child's words are read by all who see the child",
                "drop policy few_read_it on missing.interview_narrative"));
        all.add(new Mutant(
                "other words of a notification are the whole hub's",
                "drop policy goes_with_its_notification on intake.resend"));
        all.add(
                new Mutant(
                        "a second policy lets through",
                        "create policy too_kind on children.name to lantern_app using (authority_id = (select ctx.authority()))"));
        return all;
    }

    static void why(List<Mutant> all, String name, String from, String to) {
        function(all, "access.why(uuid,uuid,uuid,uuid,text,text,text,text,uuid)", name, from, to);
    }

    /** In the view that lists are joined with. */
    private static void works(List<Mutant> all, String name, String from, String to) {
        view(all, "access.works_now", "security_barrier", "in lists, " + name, from, to);
    }

    /** @param option how the view is asked: security_invoker or security_barrier */
    static void view(List<Mutant> all, String view, String option, String name, String from, String to) {
        all.add(new Mutant(view + ": " + name, """
                do $mutant$
                declare was text := replace(pg_get_viewdef('%s'::regclass), $x$'approved'::text$x$, $x$'approved'$x$);
                begin
                    if position($x$%3$s$x$ in was) = 0 then raise exception 'This mutant changes nothing: %%', was; end if;
                    execute 'create or replace view %1$s with (%2$s = true) as ' || replace(was, $x$%3$s$x$, $x$%4$s$x$);
                end $mutant$
                """.formatted(view, option, from, to)));
    }

    private static void reach(List<Mutant> all, String name, String from, String to) {
        function(all, "access.closed_in_reach(text)", name, from, to);
    }

    private static void closed(List<Mutant> all, String name, String from, String to) {
        function(all, "access.closed_to(text[])", name, from, to);
    }

    static void function(List<Mutant> all, String function, String name, String from, String to) {
        all.add(new Mutant(function + ": " + name, """
                do $mutant$
                declare was text := pg_get_functiondef('%s'::regprocedure);
                begin
                    if position($x$%s$x$ in was) = 0 then raise exception 'This mutant changes nothing'; end if;
                    execute replace(was, $x$%2$s$x$, $x$%3$s$x$);
                end $mutant$
                """.formatted(function, from, to)));
    }

    static void policy(List<Mutant> all, String table, String policy, String name, String rule) {
        all.add(new Mutant(table + ": " + name, "alter policy " + policy + " on " + table + " " + rule));
    }

    static void written(List<Mutant> all, String table, String name, String from, String to) {
        all.add(new Mutant(name, """
                do $mutant$
                declare
                    was text := (select pg_get_expr(polqual, polrelid) from pg_policy where polrelid = '%s'::regclass and polname = 'works_with_child');
                    becomes text := regexp_replace(was, $x$%s$x$, $x$%s$x$, 'g');
                begin
                    if was = becomes then raise exception 'This mutant changes nothing: %%', was; end if;
                    execute 'alter policy works_with_child on %1$s using (' || becomes || ')';
                end $mutant$
                """.formatted(table, from, to)));
    }
}
