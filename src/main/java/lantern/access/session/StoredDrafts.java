package lantern.access.session;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lantern.access.Access;
import lantern.access.Bearer;
import lantern.platform.web.forms.Drafts;
import lantern.platform.web.forms.FieldError;
import lantern.platform.web.forms.Form;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Drafts in the database: they outlive a time-out, a closed browser and a restart, and only their author can read them. */
@Component
@Transactional
class StoredDrafts implements Drafts {
    private final JdbcClient db;
    private final Access access;
    private final Clock clock;
    private final JsonMapper json;

    StoredDrafts(JdbcClient db, Access access, Clock clock, JsonMapper json) {
        this.db = db;
        this.access = access;
        this.clock = clock;
        this.json = json;
    }

    @Override
    public void keep(String form, Map<String, List<String>> fields, List<FieldError> errors) {
        var actor = access.actorOrNull();
        if (actor == null) return;
        var sql = """
                insert into access.draft (authority_id, person_id, form, fields, errors, saved_at)
                values (:authority, :person, :form, :fields::jsonb, :errors::jsonb, :at)
                on conflict (authority_id, person_id, form)
                do update set fields = excluded.fields, errors = excluded.errors, saved_at = excluded.saved_at
                """;
        db.sql(sql)
                .param("authority", actor.authority())
                .param("person", actor.id())
                .param("form", form)
                .param("fields", written(fields))
                .param("errors", written(errors))
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    @Override
    public Optional<Form> find(String form) {
        var sql = "select fields, errors from access.draft where form = :form and person_id = (select ctx.actor())";
        return db.sql(sql)
                .param("form", form)
                .query((row, n) -> new Form(
                        json.readValue(row.getString("fields"), new TypeReference<Map<String, List<String>>>() {}),
                        json.readValue(row.getString("errors"), new TypeReference<List<FieldError>>() {})))
                .optional();
    }

    @Override
    public void forget(String form) {
        if (Bearer.isPresent())
            db.sql("delete from access.draft where form = :form and person_id = (select ctx.actor())")
                    .param("form", form)
                    .update();
    }

    /** Keeps what was typed in a session that has since gone idle, for its owner to find after signing in again. */
    boolean keepForIdle(String token, String form, Map<String, List<String>> fields) {
        return db.sql("select access.keep_draft(:token, :form, :fields::jsonb, :at)")
                .param("token", token)
                .param("form", form)
                .param("fields", written(fields))
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, n) -> row.getBoolean(1))
                .single();
    }

    // U+0000 cannot be stored in jsonb and nobody typed it.
    private String written(Object value) {
        return json.writeValueAsString(value).replace("\\u0000", "");
    }
}
