package lantern.children.circumstances;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import lantern.children.circumstances.Circumstances.Languages;
import lantern.platform.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** All of it in one query: a list as one column each, read from an index of the child. */
@Component
public class CircumstancesQueries {
    static final String ALL = """
            select c.gender, c.birth_note, c.first_language, c.other_languages, c.interpreter, c.interpreter_note,
                (select json_agg(json_build_object('kind', p.kind, 'number', p.number, 'note', p.note, 'endsOn', p.ends_on)
                                 order by p.ends_on desc nulls first, p.recorded_at desc)
                 from children.phone p where p.authority_id = c.authority_id and p.child_id = c.id) as phones,
                (select json_agg(json_build_object('platform', a.platform, 'handle', a.handle, 'note', a.note, 'endsOn', a.ends_on)
                                 order by a.ends_on desc nulls first, a.recorded_at desc)
                 from children.account a where a.authority_id = c.authority_id and a.child_id = c.id) as accounts,
                (select json_agg(json_build_object('id', r.id, 'relationship', r.relationship, 'name', r.name, 'otherChild', r.other_child_id,
                                                   'otherName', concat_ws(' ', nullif(o.given_names, ''), o.family_name),
                                                   'parentalResponsibility', r.parental_responsibility, 'contact', r.contact, 'contactNote', r.contact_note,
                                                   'phone', r.phone, 'startsOn', r.starts_on, 'endsOn', r.ends_on, 'recordedAt', r.recorded_at,
                                                   'by', r.recorded_by) order by r.ends_on desc nulls first, r.recorded_at)
                 from children.carer r
                 left join children.child o on o.authority_id = c.authority_id and o.id = r.other_child_id
                 where r.authority_id = c.authority_id and r.child_id = c.id) as relations,
                (select json_agg(json_build_object('code', d.code, 'note', d.note, 'endsOn', d.ends_on) order by d.ends_on desc nulls first, d.recorded_at)
                 from children.disability d where d.authority_id = c.authority_id and d.child_id = c.id) as disabilities,
                (select json_agg(json_build_object('need', m.need, 'medicine', m.medicine, 'withoutIt', m.without_it, 'endsOn', m.ends_on)
                                 order by m.ends_on desc nulls first, m.recorded_at)
                 from children.medical_need m where m.authority_id = c.authority_id and m.child_id = c.id) as medical_needs,
                (select json_agg(json_build_object('lines', s.lines, 'postcode', s.postcode, 'whoMayKnow', s.who_may_know, 'endsOn', s.ends_on)
                                 order by s.ends_on desc nulls first, s.recorded_at desc)
                 from children.safe_address s where s.authority_id = c.authority_id and s.child_id = c.id) as safe_addresses,
                (select json_agg(json_build_object('id', s.id, 'name', s.name, 'startsOn', s.starts_on, 'endsOn', s.ends_on, 'recordedAt', s.recorded_at,
                                                   'by', s.recorded_by) order by s.ends_on desc nulls first, s.starts_on desc nulls last, s.recorded_at desc)
                 from children.schooling s where s.authority_id = c.authority_id and s.child_id = c.id) as schools,
                (select json_agg(json_build_object('person', o.person_id, 'startsAt', o.starts_at, 'endsAt', o.ends_at, 'by', o.recorded_by)
                                 order by o.starts_at desc)
                 from children.reviewing_officer o where o.authority_id = c.authority_id and o.child_id = c.id) as officers,
                (select json_agg(json_build_object('looks', p.looks, 'build', p.build, 'hair', p.hair, 'marks', p.marks, 'clothing', p.clothing,
                                                   'places', p.places, 'people', p.people, 'vulnerabilities', p.vulnerabilities, 'transport', p.transport,
                                                   'recordedAt', p.recorded_at, 'by', p.recorded_by) order by p.recorded_at desc, p.id desc)
                 from children.pen_picture p where p.authority_id = c.authority_id and p.child_id = c.id) as pen_pictures,
                (select json_agg(json_build_object('id', p.id, 'takenOn', p.taken_on, 'takenBy', p.taken_by, 'basis', p.basis, 'reviewOn', p.review_on,
                                                   'recordedAt', p.recorded_at, 'by', p.recorded_by, 'takenOffAt', p.taken_off_at)
                                 order by p.recorded_at desc, p.id desc)
                 from children.photograph p where p.authority_id = c.authority_id and p.child_id = c.id) as photographs,
                (select json_agg(json_build_object('kind', a.subject_kind, 'subject', a.subject_id, 'act', a.act, 'was', a.was, 'because', a.because,
                                                   'at', a.amended_at, 'by', a.amended_by) order by a.amended_at desc, a.id desc)
                 from children.amendment a where a.authority_id = c.authority_id and a.child_id = c.id) as amendments
            from children.child c
            where c.authority_id = (select ctx.authority()) and c.id = :child
            """;

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient db;

    CircumstancesQueries(JdbcClient db) {
        this.db = db;
    }

    /** @throws Refused not found, when the reader may not see the child */
    public Circumstances of(UUID child) {
        return db.sql(ALL)
                .param("child", child)
                .query(CircumstancesQueries::read)
                .optional()
                .orElseThrow(Refused::notFound);
    }

    private static Circumstances read(ResultSet row, int n) throws SQLException {
        return new Circumstances(
                list(row, "phones", Circumstances.Phone[].class),
                list(row, "accounts", Circumstances.Account[].class),
                list(row, "relations", Circumstances.Relation[].class),
                list(row, "disabilities", Circumstances.Disability[].class),
                list(row, "medical_needs", Circumstances.MedicalNeed[].class),
                list(row, "safe_addresses", Circumstances.SafeAddress[].class),
                list(row, "schools", Circumstances.School[].class),
                list(row, "officers", Circumstances.Officer[].class),
                list(row, "pen_pictures", Circumstances.PenPicture[].class),
                list(row, "photographs", Circumstances.Photograph[].class),
                list(row, "amendments", Circumstances.Amendment[].class),
                new Languages(
                        row.getString("gender"),
                        row.getString("birth_note"),
                        row.getString("first_language"),
                        row.getString("other_languages"),
                        Objects.requireNonNullElse(row.getString("interpreter"), "not-known"),
                        row.getString("interpreter_note")));
    }

    private static <T> List<T> list(ResultSet row, String column, Class<T[]> type) throws SQLException {
        var json = row.getString(column);
        return json == null ? List.of() : Arrays.asList(JSON.readValue(json, type));
    }
}
