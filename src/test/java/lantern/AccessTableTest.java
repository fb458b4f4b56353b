package lantern;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import lantern.access.Access;
import lantern.access.OpenToAll;
import lantern.access.Permission;
import lantern.platform.postgres.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMapping;

/** docs/security/access-table.md is written from the handlers and the catalogue: {@code mvn test -Dtest=AccessTableTest -Dlantern.write-docs=true}. */
class AccessTableTest {
    private static final Path DOCUMENT = Path.of("docs/security/access-table.md");

    @Test
    void every_route_asks_a_permission_and_every_table_has_a_policy_as_the_document_says() throws IOException {
        var written = document();
        if (Boolean.getBoolean("lantern.write-docs")) Files.writeString(DOCUMENT, written);
        assertThat(Files.readString(DOCUMENT))
                .as("run this test with -Dlantern.write-docs=true")
                .isEqualTo(written);
    }

    private static String document() {
        var text = new StringBuilder("""
                # Every route and its permission, every table and its policy

                Written by a test from the handlers and from the database's own catalogue; a route that asks nothing and a table without a policy
                fail it. What a role may do stands in `access.role`; who sees a child is said in `access.why`
                (`db/migration/access/V202611220003__policies.sql`). "Those who see the child": own authority, and their role reaches every
                child, their agency or team works with the child, or they opened the record in an emergency; a restricted record leaves the people it names.

                ## Routes

                | route | permission |
                |---|---|
                """);
        routes().forEach((route, permission) -> text.append("| `")
                .append(route)
                .append("` | ")
                .append(permission)
                .append(" |\n"));
        text.append("""

                ## Tables

                "May": what the application's database role may do, before the policies; it owns nothing.

                | table | may | policies |
                |---|---|---|
                """);
        tables().forEach((table, rest) ->
                text.append("| `").append(table).append("` | ").append(rest).append(" |\n"));
        return text.toString();
    }

    private static TreeMap<String, String> routes() {
        var routes = new TreeMap<String, String>();
        var lantern = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("lantern");
        for (var type : lantern) {
            for (var method : type.getMethods()) {
                if (!method.isMetaAnnotatedWith(RequestMapping.class)) continue;
                var mapping = AnnotatedElementUtils.findMergedAnnotation(method.reflect(), RequestMapping.class);
                if (mapping == null) throw new AssertionError(method.getFullName());
                var permission = permission(method);
                assertThat(permission).as(method.getFullName()).isNotEmpty();
                for (var path : paths(method, mapping)) {
                    for (var verb : mapping.method()) routes.put(path + " " + verb, permission);
                    if (mapping.method().length == 0) routes.put(path + " (any)", permission);
                }
            }
        }
        return routes;
    }

    private static List<String> paths(JavaMethod method, RequestMapping mapping) {
        var of = AnnotatedElementUtils.findMergedAnnotation(method.getOwner().reflect(), RequestMapping.class);
        var under = of == null || of.path().length == 0 ? List.of("") : List.of(of.path());
        var own = mapping.path().length == 0 ? List.of("") : List.of(mapping.path());
        return under.stream()
                .flatMap(first -> own.stream().map(then -> first + then))
                .toList();
    }

    private static String permission(JavaMethod handler) {
        if (handler.isAnnotatedWith(OpenToAll.class))
            return "open: " + handler.getAnnotationOfType(OpenToAll.class).value();
        var asked = new TreeSet<String>();
        var lines = handler.getMethodCallsFromSelf().stream()
                .filter(call -> call.getTargetOwner().isEquivalentTo(Access.class)
                        && call.getName().equals("require"))
                .map(call -> call.getLineNumber())
                .collect(Collectors.toSet());
        for (var access : handler.getFieldAccesses()) {
            if (access.getTargetOwner().isEquivalentTo(Permission.class) && lines.contains(access.getLineNumber()))
                asked.add(Permission.valueOf(access.getName()).code());
        }
        var calls = handler.getMethodCallsFromSelf().stream()
                .filter(call -> call.getTargetOwner().isEquivalentTo(Access.class))
                .map(call -> call.getName())
                .collect(Collectors.toSet());
        if (calls.contains("require"))
            return asked.isEmpty() ? "as the request says, asked in the handler" : String.join(", ", asked);
        return calls.contains("actor") ? "signed in" : "";
    }

    private static TreeMap<String, String> tables() {
        var tables = new TreeMap<String, String>();
        var sql = """
                select c.oid::regclass::text as name, c.relrowsecurity and c.relforcerowsecurity as held,
                       array_to_string(array(
                           select word from unnest(array['select', 'insert', 'update', 'delete']) word
                           where has_table_privilege('lantern_app', c.oid, word) or word in ('select', 'insert', 'update') and has_any_column_privilege('lantern_app', c.oid, word)), ', ') as may,
                       array(select p.polname::text || case p.polcmd when 'r' then ' (select)' when 'a' then ' (insert)' when 'w' then ' (update)' when 'd' then ' (delete)' else '' end
                                 || case when p.polpermissive then '' else ' and' end
                                 || case p.polname when 'works_with_child' then ': those who see the child'
                                    else ': ' || coalesce(pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid)) end
                             from pg_policy p where p.polrelid = c.oid and (select oid from pg_roles where rolname = 'lantern_app') = any (p.polroles)
                             order by p.polpermissive desc, p.polname) as policies,
                       exists (select from pg_attribute a where a.attrelid = c.oid and a.attname in ('authority_id', 'child_id') and not a.attisdropped) as own
                from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where c.relkind in ('r', 'p') and n.nspname in ('access', 'audit', 'timescales', 'children', 'intake', 'missing', 'platform')
                """;
        TestDatabase.fresh().superuser().sql(sql).query(row -> {
            var name = row.getString("name");
            var policies = Arrays.asList((String[]) row.getArray("policies").getArray());
            var may = row.getString("may");
            String words;
            if (!policies.isEmpty())
                words = String.join(
                        "<br>", policies.stream().map(AccessTableTest::short_).toList());
            else if (may.isEmpty()) words = "none: only functions of the owner reach it";
            else if (!row.getBoolean("own")) words = "none: holds nothing of an authority";
            else words = "";
            assertThat(words).as(name + " has no policy").isNotEmpty();
            assertThat(policies.isEmpty() || row.getBoolean("held"))
                    .as(name + " is not forced")
                    .isTrue();
            tables.put(name, (may.isEmpty() ? "nothing" : may) + " | " + words);
        });
        return tables;
    }

    private static String short_(String policy) {
        return policy.replaceAll("\\s+", " ")
                .replaceAll("\\( SELECT (ctx|access)\\.(\\w+)\\(([^()]*)\\) AS \\w+\\)", "$1.$2($3)")
                .replace("::text", "")
                .replace("|", "\\|");
    }
}
