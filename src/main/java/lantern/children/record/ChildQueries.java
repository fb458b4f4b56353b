package lantern.children.record;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lantern.access.Names;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The child's record in one query: a list of each section as one column, read from an index of the child each. */
@Component
public class ChildQueries {
    static final String RECORD = """
            select c.id, c.reference, c.family_name, c.given_names, c.known_as, c.date_of_birth, c.birth_precision, c.sex, c.ethnicity,
                   c.description, c.standing, c.responsible_authority, c.recorded_at, c.recorded_by,
                (select json_agg(json_build_object('id', n.id, 'kind', n.kind, 'family', n.family_name, 'given', n.given_names, 'startsOn', n.starts_on,
                                                   'endsOn', n.ends_on, 'recordedAt', n.recorded_at, 'by', n.recorded_by)
                                 order by array_position(array['current', 'alias', 'previous', 'birth'], n.kind), n.recorded_at)
                 from children.name n where n.authority_id = c.authority_id and n.child_id = c.id) as names,
                (select json_agg(json_build_object('kind', i.kind, 'value', i.value, 'wellFormed', i.well_formed) order by i.kind, i.recorded_at)
                 from children.identifier i where i.authority_id = c.authority_id and i.child_id = c.id) as identifiers,
                (select json_agg(json_build_object('id', a.id, 'kind', a.kind, 'lines', a.lines, 'postcode', a.postcode, 'startsOn', a.starts_on,
                                                   'endsOn', a.ends_on, 'recordedAt', a.recorded_at, 'by', a.recorded_by) order by a.ends_on desc nulls first, a.recorded_at desc)
                 from children.address a where a.authority_id = c.authority_id and a.child_id = c.id) as addresses,
                (select array_agg(p.number order by p.recorded_at desc)
                 from children.phone p where p.authority_id = c.authority_id and p.child_id = c.id and p.ends_on is null) as phones,
                (select json_agg(json_build_object('id', s.id, 'code', s.code, 'endedBecause', s.ended_because, 'startsOn', s.starts_on, 'endsOn', s.ends_on, 'recordedAt', s.recorded_at,
                                                   'by', s.recorded_by) order by s.starts_on desc, s.recorded_at desc)
                 from children.legal_status s where s.authority_id = c.authority_id and s.child_id = c.id) as legal_statuses,
                (select json_agg(json_build_object('id', p.id, 'endedBecause', p.ended_because, 'type', p.type_code, 'provider', p.provider_code, 'name', p.name, 'hostAuthority', p.host_authority,
                                                   'startsOn', p.starts_on, 'endsOn', p.ends_on, 'address', a.lines, 'postcode', a.postcode,
                                                   'recordedAt', p.recorded_at, 'by', p.recorded_by) order by p.starts_on desc, p.recorded_at desc)
                 from children.placement p
                 left join children.placement_address a on a.authority_id = c.authority_id and a.child_id = c.id and a.placement_id = p.id
                 where p.authority_id = c.authority_id and p.child_id = c.id) as placements,
                (select json_agg(json_build_object('worker', a.person_id, 'teamId', a.team_id, 'startsAt', a.starts_at,
                                                   'endsAt', a.ends_at, 'by', a.recorded_by) order by a.starts_at desc)
                 from children.allocation a
                 where a.authority_id = c.authority_id and a.child_id = c.id) as allocations,
                (select json_agg(json_build_object('id', f.id, 'text', f.text, 'owner', f.owner_id, 'reviewOn', f.review_on, 'raisedAt', f.raised_at,
                                                   'raisedBy', f.raised_by, 'removedAt', f.removed_at, 'removedBy', f.removed_by,
                                                   'removedBecause', f.removed_because) order by f.raised_at desc)
                 from children.flag f
                 where f.authority_id = c.authority_id and f.child_id = c.id) as flags
            from children.child c
            where c.authority_id = (select ctx.authority()) and c.id = :child
            """;

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient db;
    private final Names names;

    ChildQueries(JdbcClient db, Names names) {
        this.db = db;
        this.names = names;
    }

    public Optional<ChildRecord> find(UUID child) {
        return db.sql(RECORD)
                .param("child", child)
                .query((row, n) -> read(row))
                .optional()
                .map(record -> record.with(names.of(record.mentioned())));
    }

    private static ChildRecord read(ResultSet row) throws SQLException {
        var phones = row.getArray("phones");
        return new ChildRecord(
                row.getObject("id", UUID.class),
                row.getString("reference"),
                row.getString("family_name"),
                row.getString("given_names"),
                row.getString("known_as"),
                row.getObject("date_of_birth", LocalDate.class),
                row.getString("birth_precision"),
                row.getString("sex"),
                row.getString("ethnicity"),
                row.getString("description"),
                row.getString("standing"),
                row.getString("responsible_authority"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getObject("recorded_by", UUID.class),
                list(row, "names", ChildRecord.Name[].class),
                list(row, "identifiers", ChildRecord.Identifier[].class),
                list(row, "addresses", ChildRecord.Address[].class),
                phones == null ? List.of() : Arrays.asList((String[]) phones.getArray()),
                list(row, "legal_statuses", ChildRecord.LegalStatus[].class),
                list(row, "placements", ChildRecord.Placement[].class),
                list(row, "allocations", ChildRecord.Allocation[].class),
                list(row, "flags", ChildRecord.Flag[].class),
                new Names.Called(Map.of()));
    }

    private static <T> List<T> list(ResultSet row, String column, Class<T[]> type) throws SQLException {
        var json = row.getString(column);
        return json == null ? List.of() : Arrays.asList(JSON.readValue(json, type));
    }
}
