package lantern.children.patterns;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lantern.audit.Ledger;
import lantern.platform.Ids;
import lantern.platform.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rules and their numbers, as shipped or as the authority set them. */
@Component
public class Thresholds {
    private final JdbcClient db;
    private final Ledger ledger;

    Thresholds(JdbcClient db, Ledger ledger) {
        this.db = db;
        this.ledger = ledger;
    }

    public record Threshold(String name, String words, int value, int shipped) {}

    public record Pattern(String code, String title, String rule, List<Threshold> thresholds) {
        public int value(String name) {
            return thresholds.stream()
                    .filter(each -> each.name().equals(name))
                    .mapToInt(Threshold::value)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(code + " has no threshold " + name));
        }
    }

    /** In the order of the page, by code. */
    public Map<String, Pattern> all() {
        var sql = """
                select p.code, p.title, p.rule, t.name, t.words, t.value as shipped,
                       coalesce((select c.value from children.threshold_change c
                                 where c.authority_id = (select ctx.authority()) and c.pattern = t.pattern and c.name = t.name
                                 order by c.changed_at desc, c.id desc limit 1), t.value) as value
                from children.pattern p left join children.threshold t on t.pattern = p.code order by p.place, t.name
                """;
        var patterns = new LinkedHashMap<String, Pattern>();
        db.sql(sql).query(row -> {
            var code = row.getString("code");
            var pattern = patterns.get(code);
            var thresholds = pattern == null ? new ArrayList<Threshold>() : new ArrayList<>(pattern.thresholds());
            if (row.getString("name") != null)
                thresholds.add(new Threshold(
                        row.getString("name"), row.getString("words"), row.getInt("value"), row.getInt("shipped")));
            patterns.put(
                    code, new Pattern(code, row.getString("title"), row.getString("rule"), List.copyOf(thresholds)));
        });
        return patterns;
    }

    Optional<Pattern> find(String code) {
        return Optional.ofNullable(all().get(code));
    }

    /** One threshold of the warning, where a page asks while somebody waits. */
    public int value(String pattern, String name) {
        return find(pattern).orElseThrow().value(name);
    }

    /** Sets those that differ; what was found before stays as it was found. */
    int change(UUID authority, Pattern pattern, Map<String, Integer> values, String because, UUID by, Instant at) {
        if (because.isBlank()) throw new Refused("Say why the numbers change", "because");
        var changed = 0;
        for (var threshold : pattern.thresholds()) {
            var value = values.getOrDefault(threshold.name(), threshold.value());
            if (value == threshold.value()) continue;
            if (value < 1) throw new Refused("Give a whole number of at least 1", threshold.name());
            var id = Ids.next();
            var sql = """
                    insert into children.threshold_change (authority_id, id, pattern, name, value, because, changed_at, changed_by)
                    values (:authority, :id, :pattern, :name, :value, :because, :at, :by)
                    """;
            db.sql(sql)
                    .param("authority", authority)
                    .param("id", id)
                    .param("pattern", pattern.code())
                    .param("name", threshold.name())
                    .param("value", value)
                    .param("because", because.strip())
                    .param("at", at.atOffset(ZoneOffset.UTC))
                    .param("by", by)
                    .update();
            ledger.act(
                    "threshold.changed",
                    "threshold",
                    id,
                    null,
                    Map.of(
                            "pattern",
                            pattern.code(),
                            "name",
                            threshold.name(),
                            "from",
                            threshold.value(),
                            "to",
                            value));
            changed++;
        }
        if (changed == 0) throw new Refused("Change at least one number");
        return changed;
    }
}
