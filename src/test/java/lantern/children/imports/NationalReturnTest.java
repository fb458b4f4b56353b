package lantern.children.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import lantern.ServerTest;
import lantern.children.imports.Imports.Mode;
import lantern.children.imports.source.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

class NationalReturnTest extends ServerTest {
    private static final String HEADER = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n";
    private static final String EPISODES =
            "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\n";
    private static final String MISSING = "CHILD,DOB,MISSING,MIS_START,MIS_END\n";

    @Autowired
    Imports imports;

    @TempDir
    Path folder;

    @Test
    void a_childs_episodes_become_statuses_placements_and_absences_and_come_only_once() throws IOException {
        write("R1", "", "15/03/2017");
        var first = run(Mode.ALL_OR_NOTHING);
        assertThat(first.files().toString()).contains("problems=[]");
        assertThat(first.kept()).isTrue();
        assertThat(facts("legal_status", "code || ' ' || starts_on || ' ' || coalesce(ends_on::text, '')", "R1"))
                .isEqualTo("C1 2016-02-15 2016-08-14, C2 2016-08-14 ");
        assertThat(facts("placement", "type_code || ' ' || starts_on || ' ' || coalesce(ends_on::text, '')", "R1"))
                .isEqualTo("K2 2017-01-10 , U6 2016-02-15 2017-01-10");
        assertThat(count("select count(*) from missing.episode e join children.identifier i on i.child_id = e.child_id"
                        + " where i.value = 'R1' and e.stage = 'closed'"))
                .isEqualTo(1);
        var again = run(Mode.ALL_OR_NOTHING);
        assertThat(again.files()).allMatch(file -> file.taken() == 0 && file.before() == file.rows());
        // next year's return: the last episode has ended
        write("R1", "01/02/2018,E8", "15/03/2017");
        assertThat(run(Mode.ALL_OR_NOTHING).rejected()).isZero();
        assertThat(facts("legal_status", "code || ' ' || coalesce(ends_on::text, '')", "R1"))
                .isEqualTo("C1 2016-08-14, C2 2018-02-01");
    }

    private void write(String child, String ending, String found) throws IOException {
        Files.writeString(folder.resolve("header.csv"), HEADER + child + ",2,27/03/2008,WROM,D051910639385,,\n");
        Files.writeString(
                folder.resolve("episodes.csv"),
                EPISODES
                        + child + ",15/02/2016,S,C1,N3,U6,PR1,14/08/2016,X1,,MW1 2AB,MW3 4CD,\n"
                        + child + ",14/08/2016,L,C2,N3,U6,PR1,10/01/2017,X1,,MW1 2AB,MW3 4CD,\n"
                        + child + ",10/01/2017,P,C2,N3,K2,PR4," + (ending.isEmpty() ? "," : ending)
                        + ",CARPL,MW1 2AB,MW3 4CD,1234567\n");
        Files.writeString(folder.resolve("missing.csv"), MISSING + child + ",27/03/2008,M,12/03/2017," + found + "\n");
    }

    @Test
    void rows_that_break_the_returns_rules_are_rejected_each_with_its_rule() throws IOException {
        Files.writeString(
                folder.resolve("header.csv"),
                HEADER
                        + "R2,2,27/03/2008,WROM,,,\nR3,9,27/03/2008,WROM,,,\nR4,1,31/02/2008,WROM,,,\nR5,1,27/03/2008,XXXX,,,\n");
        Files.writeString(
                folder.resolve("episodes.csv"),
                EPISODES
                        + "R2,15/02/2016,S,C1,N3,U6,PR1,14/08/2016,X1,,,,\n"
                        + "R2,01/08/2016,L,C2,N3,U6,PR1,,,,,,\n"
                        + "R2,20/08/2016,L,C2,N3,U6,PR1,,,,,,\n"
                        + "R2,20/09/2016,L,C2,N3,U6,PR1,,,,,,\n"
                        + "R3,20/09/2016,L,C2,N3,U6,PR1,,,,,,\n"
                        + "R2,20/09/2007,Q,C9,N3,Y6,PR1,,,,,,\n");
        Files.writeString(
                folder.resolve("missing.csv"),
                MISSING
                        + "R2,27/03/2008,M,01/09/2016,03/09/2016\n"
                        + "R2,27/03/2008,A,02/09/2016,05/09/2016\n"
                        + "R2,27/03/2008,M,01/01/2015,02/01/2015\n"
                        + "R2,28/03/2008,M,01/01/2017,02/01/2017\n"
                        + "R2,27/03/2008,X,03/01/2017,02/01/2017\n"
                        + "R9,27/03/2008,M,03/01/2017,\n");
        var done = run(Mode.DRY_RUN);
        var words = done.files().stream()
                .flatMap(file -> file.problems().stream())
                .map(problem -> problem.file() + " " + problem.row() + " "
                        + problem.words().replaceAll(".*\\(rule (\\w+)\\).*", "$1"))
                .map(each -> each.length() > 30 ? each.substring(0, 30) : each)
                .toList();
        assertThat(words)
                .contains(
                        "header.csv 3 101",
                        "header.csv 5 103",
                        "episodes.csv 3 501",
                        "episodes.csv 5 142",
                        "episodes.csv 6 INT03",
                        "episodes.csv 7 143",
                        "missing.csv 3 574",
                        "missing.csv 4 581",
                        "missing.csv 5 INT13",
                        "missing.csv 6 1006",
                        "missing.csv 7 INT04");
        assertThat(done.rejected()).isEqualTo(3 + 4 + 5);
        assertThat(done.kept()).isFalse();
    }

    private Imports.Done run(Mode mode) {
        return imports.run(Kind.SSDA903, folder, region.authority("larkwater"), mode, (rows, taken) -> {});
    }

    private String facts(String table, String columns, String child) {
        return database
                .superuser()
                .sql("select " + columns + " from children." + table
                        + " f join children.identifier i on i.child_id = f.child_id"
                        + " where i.value = :child order by 1")
                .param("child", child)
                .query(String.class)
                .list()
                .stream()
                .collect(Collectors.joining(", "));
    }

    private long count(String sql) {
        return database.superuser().sql(sql).query(Long.class).single();
    }
}
