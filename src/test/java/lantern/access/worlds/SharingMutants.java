package lantern.access.worlds;

import java.util.List;

/** Faults of sections and sharing agreements. */
final class SharingMutants {
    private SharingMutants() {}

    static void plant(List<Mutant> all) {
        Mutant.why(
                all,
                "who works with the child reads every section",
                "not (involved = '*' or section = any (string_to_array(involved, ',')))",
                "false");
        Mutant.why(
                all,
                "an agreement covers nobody one works with",
                "involved = '*' or section = any (string_to_array(involved, ','))",
                "involved = '*'");
        Mutant.why(
                all,
                "who reads one section of every child reads all of them",
                "every_child = '*' or section = any (string_to_array(every_child, ','))",
                "every_child <> ''");
        Mutant.why(
                all,
                "an agreement covers no child that one does not work with",
                "every_child = '*' or section = any (string_to_array(every_child, ','))",
                "every_child = '*'");
        Mutant.function(
                all,
                "ctx.sees(text)",
                "in lists, who works with the child reads every section",
                "return facts is not null and",
                "return true or");
        Mutant.function(
                all,
                "ctx.sees(text)",
                "in lists, an agreement opens nothing",
                "facts[12] = '*' or section = any (string_to_array(facts[12], ','))",
                "facts[12] = '*'");
        for (var standing : List.of("proposed", "refused", "ended", "to-come", "over", "replaced"))
            held(
                    all,
                    "an agreement that is " + standing + " shares",
                    "a.standing = 'in-force'",
                    "a.standing in ('in-force', '" + standing + "')");
        held(all, "one agency's agreement is every agency's", "and a.agency_id = its_agency", "");
        held(all, "one role's section is every role's", "(s.role is null or s.role = its_role)", "true");
        held(all, "a section for all roles is for none", "(s.role is null or s.role = its_role)", "s.role = its_role");
        held(all, "a section for one role is for none", "(s.role is null or s.role = its_role)", "s.role is null");
        held(all, "an agreement passes a role's limit", "and (limits is null or s.section = any (limits))", "");
        held(all, "who is limited is shared nothing", "(limits is null or s.section = any (limits))", "limits is null");
        held(all, "every agreement covers every child", "filter (where s.covers = 'every-child')", "");
        held(all, "every agency is children's services", "if agency_kind = 'children' then", "if true then");
        held(all, "children's services need an agreement", "if agency_kind = 'children' then", "if false then");
        held(all, "children's services know no limit", "coalesce(array_to_string(limits, ','), '*')", "'*'");
        held(
                all,
                "every role of children's services reaches every child",
                "case when its_reach = 'authority' then involved else '' end",
                "involved");
        begin(
                all,
                "a role reaches the whole authority in any agency",
                "case when a.kind = 'children' then r.reach else 'involved' end, r.permissions, r.sections",
                "r.reach, r.permissions, r.sections");
        begin(
                all,
                "whoever acts for an agency is Lantern itself",
                "if kind = 'SYSTEM' then",
                "if kind = 'CLIENT' then");
        begin(all, "who is named is taken for one who is named nowhere", "and not named then 'open'", "then 'open'");
        begin(all, "who is named is forgotten at the beginning", "case when named then 'named' else '' end", "''");
        standing(
                all,
                "a later version that was not approved takes over",
                "d.decision = 'approved'",
                "d.decision <> 'nothing'");
        standing(all, "a later version takes over before it starts", "later.starts_on <= ", "'-infinity'::date <= ");
        standing(all, "a first version goes on beside the later", "later.version > a.version", "false");
        standing(all, "an agreement begins a day late", "a.starts_on > ", "a.starts_on >= ");
        standing(all, "an agreement ends a day early", "a.ends_on < ", "a.ends_on <= ");
        Mutant.policy(
                all,
                "missing.classification",
                "works_with_child",
                "a table is read with another section",
                "using (authority_id = (select ctx.authority()) and access.works_with(child_id, 'identity'))");
        Mutant.written(
                all,
                "missing.interview",
                "in lists, interviews are read with the episodes",
                "'interview'::text",
                "'episode'::text");
        Mutant.policy(
                all,
                "access.involvement",
                "own_and_seen",
                "without an agreement an agency reads whom it works with",
                """
                using (authority_id = (select ctx.authority())
                       and (agency_id = (select ctx.agency()) and (team_id is null or team_id = (select ctx.team()))
                            and child_id <> all ((select access.closed())::uuid[])
                            or child_id <> all ((select access.closed_in_reach('identity'))::uuid[]) or access.works_with(child_id, 'identity')))
                """);
    }

    private static void held(List<Mutant> all, String name, String from, String to) {
        Mutant.function(all, "access.sections_held(uuid,uuid,text,text,text,text[])", name, from, to);
    }

    private static void begin(List<Mutant> all, String name, String from, String to) {
        Mutant.function(all, "ctx.begin(text,text)", name, from, to);
    }

    /** In the view that says how an agreement stands. */
    private static void standing(List<Mutant> all, String name, String from, String to) {
        Mutant.view(all, "access.v_agreement", "security_invoker", name, from, to);
    }
}
