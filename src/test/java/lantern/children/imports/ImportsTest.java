package lantern.children.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import lantern.ServerTest;
import lantern.children.imports.Imports.Mode;
import lantern.children.imports.file.Problem;
import lantern.children.imports.source.Kind;
import lantern.platform.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

class ImportsTest extends ServerTest {
    private static final String CHILDREN =
            "reference,family_name,given_names,date_of_birth,sex,nhs_number,address,postcode\n";

    @Autowired
    Imports imports;

    @TempDir
    Path folder;

    @Test
    void children_and_what_is_known_of_them_come_in_and_the_same_files_again_change_nothing() throws IOException {
        var children = CHILDREN
                + "I-1,Quillimport,Ada,2011-04-09,female,,\"1 Mill Lane\nMerrow\",MW1 2AB\r\n"
                + "I-2,Quillimport,Bo,09/04/2013,male,,,\r\n";
        assertThat(kept(Kind.CHILDREN, children)).isEqualTo(2);
        assertThat(
                        kept(
                                Kind.ADDRESSES,
                                "reference,child,kind,lines,postcode,starts_on,ends_on\nA-1,I-1,home,2 Mill Lane,,2015-01-01,2016-01-01\n"))
                .isEqualTo(1);
        assertThat(
                        kept(
                                Kind.LEGAL_STATUSES,
                                "reference,child,code,starts_on,ends_on\nL-1,I-1,C1,2016-01-01,2016-06-01\nL-2,I-1,c2,2016-06-01,\n"))
                .isEqualTo(2);
        assertThat(
                        kept(
                                Kind.PLACEMENTS,
                                "reference,child,type,provider,name,postcode,starts_on\nP-1,I-1,U6,PR1,Alder House,MW3 4CD,2016-01-01\n"))
                .isEqualTo(1);
        assertThat(kept(Kind.SCHOOLS, "reference,child,name,urn\nS-1,I-1,Merrow High School,123456\n"))
                .isEqualTo(1);
        assertThat(kept(Kind.WORKERS, "reference,child,worker\nW-1,I-1,social-worker@merrowdale.example\n"))
                .isEqualTo(1);
        assertThat(count("select count(*) from children.v_child where family_name = 'Quillimport' and looked_after"))
                .isEqualTo(1);
        assertThat(
                        count(
                                "select count(*) from audit.entry e join children.child c on c.id = e.child_id where c.family_name = 'Quillimport'"
                                        + " and e.act in ('child.registered', 'address.added', 'legal-status.recorded', 'placement.recorded', 'school.added', 'child.allocated')"))
                .isEqualTo(8);
        var again = run(Kind.CHILDREN, children, Mode.ALL_OR_NOTHING);
        assertThat(again.files().getFirst().before()).isEqualTo(2);
        assertThat(again.files().getFirst().taken()).isZero();
        assertThat(count("select count(*) from children.child where family_name = 'Quillimport'"))
                .isEqualTo(2);
    }

    @Test
    void every_wrong_cell_is_named_with_its_row_and_nothing_is_kept() throws IOException {
        var file = CHILDREN
                + "J-1,Rejectable,Ada,2011-02-31,girl,,,\n"
                + "J-2,,Bo,2999-01-01,male,,,\n"
                + "J-3,Rejectable,Cy,2011-04-09,male,,,\n"
                + "J-3,Rejectable,Di,2012-04-09,male,,,\n"
                + "J-4,Rejectable,Ed,2012-04-09,male,,1 Mill Lane, Merrow,MW1 2AB\n";
        var dry = run(Kind.CHILDREN, file, Mode.DRY_RUN);
        assertThat(dry.kept()).isFalse();
        assertThat(dry.files().getFirst().problems())
                .extracting(problem -> problem.row() + " " + problem.column())
                .containsExactlyInAnyOrder(
                        "2 date_of_birth", "2 sex", "3 family_name", "3 date_of_birth", "5 reference", "6 null");
        assertThat(dry.files().getFirst().problems()).extracting(Problem::words).allMatch(words -> words.endsWith("."));
        var real = run(Kind.CHILDREN, file, Mode.ALL_OR_NOTHING);
        assertThat(real.kept()).isFalse();
        assertThat(count("select count(*) from children.child where family_name = 'Rejectable'"))
                .isZero();
        var leaveOut = run(Kind.CHILDREN, file, Mode.LEAVE_OUT_REJECTED);
        assertThat(leaveOut.kept()).isTrue();
        assertThat(count("select count(*) from children.child where family_name = 'Rejectable'"))
                .isEqualTo(1);
    }

    @Test
    void who_may_be_in_the_register_already_waits_for_a_decision() throws IOException {
        assertThat(kept(Kind.CHILDREN, CHILDREN + "K-1,Twicenamed,Ottoline,2012-07-19,female,4010232137,,\n"))
                .isEqualTo(1);
        // the same identifier and birthday: certain
        var certain = run(
                Kind.CHILDREN,
                CHILDREN + "K-2,Twicenamed,Ottoline,2012-07-19,female,401 023 2137,,\n",
                Mode.ALL_OR_NOTHING);
        assertThat(certain.kept()).isTrue();
        assertThat(count("select count(*) from children.child where family_name = 'Twicenamed'"))
                .isEqualTo(1);
        // the same name and birthday only: a person decides, also between rows of one file
        var asked =
                run(Kind.CHILDREN, CHILDREN + "K-3,Twicenamed,Ottoline,2012-07-19,female,,,\n", Mode.ALL_OR_NOTHING);
        assertThat(asked.files().getFirst().problems()).singleElement().satisfies(problem -> {
            assertThat(problem.column()).isEqualTo("same_as");
            assertThat(problem.words()).contains("C-1");
        });
        var decided = CHILDREN.strip() + ",same_as\nK-4,Twicenamed,Ottoline,2012-07-19,female,,,,new\n";
        assertThat(kept(Kind.CHILDREN, decided)).isEqualTo(1);
        assertThat(count("select count(*) from children.child where family_name = 'Twicenamed'"))
                .isEqualTo(2);
    }

    @Test
    void two_legal_statuses_of_a_child_are_never_in_force_at_once() throws IOException {
        kept(Kind.CHILDREN, CHILDREN + "M-1,Zwiestatus,Perpetua,2009-02-17,female,,,\n");
        var done = run(
                Kind.LEGAL_STATUSES,
                "reference,child,code,starts_on,ends_on\nM-L1,M-1,C1,2016-01-01,\nM-L2,M-1,C2,2016-06-01,\nM-L3,M-9,C2,2016-06-01,\nM-L4,M-1,Q9,2010-01-01,\n",
                Mode.DRY_RUN);
        assertThat(done.files().getFirst().problems())
                .extracting(problem -> problem.row() + " " + problem.column())
                .containsExactlyInAnyOrder("3 starts_on", "4 child", "5 code");
    }

    @Test
    void a_file_in_another_form_says_what_to_do() {
        assertThatThrownBy(() -> run(Kind.CHILDREN, "reference;family_name\n1;Murphy\n", Mode.DRY_RUN))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("commas");
        assertThatThrownBy(() -> run(Kind.CHILDREN, "reference,surname\n1,Murphy\n", Mode.DRY_RUN))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("family_name");
        assertThatThrownBy(() -> run(Kind.CHILDREN, "reference,family_name\n1,\"Murphy\n", Mode.DRY_RUN))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("quotation mark");
        assertThatThrownBy(() -> run(
                        Kind.CHILDREN,
                        "reference,family_name\n1,Zo\u00eb\n".getBytes(StandardCharsets.ISO_8859_1),
                        Mode.DRY_RUN))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("UTF-8");
        assertThatThrownBy(() -> run(Kind.CHILDREN, "", Mode.DRY_RUN)).isInstanceOf(Refused.class);
    }

    @Test
    void the_mark_before_utf_8_is_no_part_of_the_first_column() throws IOException {
        var done = run(Kind.CHILDREN, "\ufeffReference,Family name\nN-1,Marked\n", Mode.DRY_RUN);
        assertThat(done.rejected()).isZero();
        assertThat(done.files().getFirst().taken()).isEqualTo(1);
    }

    private int kept(Kind kind, String text) throws IOException {
        var done = run(kind, text, Mode.ALL_OR_NOTHING);
        assertThat(done.files().getFirst().problems()).isEmpty();
        assertThat(done.kept()).isTrue();
        return done.files().getFirst().taken();
    }

    private Imports.Done run(Kind kind, String text, Mode mode) throws IOException {
        return run(kind, text.getBytes(StandardCharsets.UTF_8), mode);
    }

    private Imports.Done run(Kind kind, byte[] bytes, Mode mode) throws IOException {
        var file = Files.write(folder.resolve(kind.code() + ".csv"), bytes);
        return imports.run(kind, file, region.authority("merrowdale"), mode, (rows, taken) -> {});
    }

    private long count(String sql) {
        return database.superuser().sql(sql).query(Long.class).single();
    }
}
