package lantern.demo.scrutiny;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;

/** The committee's people, agenda, actions, work programme, action plan and outcome measures, from {@code demo/committee-work.yaml}. */
record CommitteeWork(Writing writing, UUID committee, List<UUID> meetings) {
    private static final Pattern TOKEN = Pattern.compile("\\{(day|month|season) (-?\\d+)}");
    private static final List<String> WITH_A_PARENT = List.of(
            "agenda_item",
            "attendance",
            "action",
            "plan_issue",
            "activity",
            "activity_update",
            "measure_value",
            "consultee");

    void add() {
        try (var in = Objects.requireNonNull(CommitteeWork.class.getResourceAsStream("/demo/committee-work.yaml"))) {
            List<Map<String, Object>> blocks = new Yaml().load(in);
            for (var block : blocks) {
                var columns = (List<?>) Objects.requireNonNull(block.get("columns"));
                for (var row : (List<?>) Objects.requireNonNull(block.get("rows")))
                    add(String.valueOf(block.get("table")), columns, (List<?>) row);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(String table, List<?> columns, List<?> row) {
        var all = new ArrayList<@Nullable Object>();
        var key = new StringBuilder(String.valueOf(row.getFirst()));
        if (!WITH_A_PARENT.contains(table) && !table.startsWith("report_")) {
            all.add("committee_id");
            all.add(committee);
        }
        for (int i = 0; i < columns.size(); i++) {
            var meeting = columns.get(i).equals("meeting");
            if (meeting) key.append(row.get(i));
            all.add(meeting ? "meeting_id" : columns.get(i));
            all.add(meeting ? meetings.get((Integer) row.get(i)) : value(row.get(i)));
        }
        writing.list(table, key.toString(), all.toArray());
    }

    private @Nullable Object value(@Nullable Object raw) {
        if (!(raw instanceof String words)) return raw;
        if (words.startsWith("date "))
            return writing.today().plusDays(Integer.parseInt(words.substring(5).strip()));
        if (words.startsWith("thursday "))
            return writing.today()
                    .plusDays(Integer.parseInt(words.substring(9).strip()))
                    .with(TemporalAdjusters.nextOrSame(DayOfWeek.THURSDAY));
        if (words.startsWith("num ")) return new BigDecimal(words.substring(4));
        if (words.startsWith("id ")) return writing.id(words.substring(3));
        return TOKEN.matcher(words).replaceAll(match -> {
            var number = Integer.parseInt(match.group(2));
            return switch (match.group(1)) {
                case "day" -> writing.day(number);
                case "month" -> writing.month(number);
                default -> writing.season(number);
            };
        });
    }
}
