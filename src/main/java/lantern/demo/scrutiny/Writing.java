package lantern.demo.scrutiny;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import lantern.calendar.London;
import lantern.demo.authority.Authority;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows of the oversight schema, written as the owner; ids follow from what a thing is called, so the same region has the same ids. */
final class Writing {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.UK);

    private final JdbcClient owner;
    private final Authority authority;
    private final Instant now;

    Writing(JdbcClient owner, Authority authority, Instant now) {
        this.owner = owner;
        this.authority = authority;
        this.now = now;
    }

    LocalDate today() {
        return London.date(now);
    }

    /** As an officer writes it: "12 March 2027", "March 2027", "spring 2027". */
    String day(int days) {
        return DAY.format(today().plusDays(days));
    }

    String month(int months) {
        return MONTH.format(today().plusMonths(months));
    }

    String season(int months) {
        var day = today().plusMonths(months);
        var season =
                switch (day.getMonthValue()) {
                    case 3, 4, 5 -> "Spring ";
                    case 6, 7, 8 -> "Summer ";
                    case 9, 10, 11 -> "Autumn ";
                    default -> "Winter ";
                };
        return season + day.getYear();
    }

    OffsetDateTime at(int days) {
        return now.atOffset(ZoneOffset.UTC).plusDays(days);
    }

    UUID id(String key) {
        return UUID.nameUUIDFromBytes((authority.code() + " scrutiny " + key).getBytes(StandardCharsets.UTF_8));
    }

    UUID officer() {
        return authority.person("oversight-officer");
    }

    /** Names and values in turn; what is null is left out. */
    void row(String table, @Nullable Object... namesAndValues) {
        var columns = new LinkedHashMap<String, Object>();
        columns.put("authority_id", authority.id());
        for (int i = 0; i < namesAndValues.length; i += 2)
            if (namesAndValues[i + 1] != null) columns.put((String) namesAndValues[i], namesAndValues[i + 1]);
        var names = String.join(", ", columns.keySet());
        var places = columns.keySet().stream().map(name -> ":" + name).collect(Collectors.joining(", "));
        owner.sql("insert into oversight." + table + " (" + names + ") values (" + places + ")")
                .params(columns)
                .update();
    }

    /** A row of a list: it says who keeps it and since when. */
    UUID list(String table, String key, @Nullable Object... namesAndValues) {
        var all = new @Nullable Object[namesAndValues.length + 6];
        System.arraycopy(namesAndValues, 0, all, 6, namesAndValues.length);
        var id = id(table + " " + key);
        all[0] = "id";
        all[1] = id;
        all[2] = "changed_at";
        all[3] = at(-1);
        all[4] = "changed_by";
        all[5] = officer();
        row(table, all);
        return id;
    }

    void publish(UUID subject, String title, String content) {
        owner.sql("""
                        insert into oversight.publication (authority_id, id, kind, subject_id, title, content, published_at, published_by)
                        values (:authority, :id, 'inquiry', :subject, :title, cast(:content as jsonb), :at, :by)
                        """)
                .param("authority", authority.id())
                .param("id", id("publication " + title))
                .param("subject", subject)
                .param("title", title)
                .param("content", content)
                .param("at", at(-20))
                .param("by", officer())
                .update();
    }
}
