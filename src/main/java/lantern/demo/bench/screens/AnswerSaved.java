package lantern.demo.bench.screens;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import lantern.demo.bench.Figures;

/** An assessment's answers saved one by one as they are given, against one bare insert that is committed. */
final class AnswerSaved {
    private static final String CONCERN = """
            select id::text from exploitation.concern
            where authority_id = (select id from access.authority where code = ?) and closed_at is null order by id desc limit 1
            """;

    private final Screens screens;
    /** With the secret of a browser's forms: any will do, the page's hidden field answers it. */
    private final String cookie;

    AnswerSaved(Screens screens) {
        this.screens = screens;
        this.cookie = screens.cookie() + "; lantern-form=" + UUID.randomUUID();
    }

    Map<String, Object> measure() throws SQLException, IOException {
        var begin = "/exploitation/concerns/" + concern() + "/assessment";
        var page = page(begin + "/new");
        var csrf =
                "_csrf=" + URLEncoder.encode(found(page, "name=\"_csrf\" value=\"([^\"]+)\""), StandardCharsets.UTF_8);
        var tool = found(page, "name=\"instrument\"[^>]* value=\"([^\"]+)\"");
        posted(begin, csrf + "&instrument=" + tool, 303);
        var assessment = "/exploitation/assessments/" + assessment();
        var items = Pattern.compile("name=\"(a-[^\"]+)\" type=\"radio\" value=\"([^\"]+)\"")
                .matcher(page(assessment))
                .results()
                .toList();
        if (items.isEmpty()) throw new IOException("The assessment's page asks nothing");
        var saved = Screens.medians(
                round -> {
                    var item = items.get(round % items.size());
                    posted(
                            assessment + "/answers",
                            csrf + "&box=" + item.group(1) + "&value="
                                    + URLEncoder.encode(item.group(2), StandardCharsets.UTF_8),
                            200);
                },
                round -> committed());
        var figures = new LinkedHashMap<String, Object>();
        figures.put("answerMilliseconds", Figures.round(saved[0]));
        figures.put("oneInsertMilliseconds", Figures.round(saved[1]));
        figures.put("ratio", Figures.round(saved[0] / saved[1]));
        return figures;
    }

    private void committed() throws SQLException {
        try (var statement = screens.owner().createStatement()) {
            statement.execute("create table if not exists public.bench_floor (id uuid primary key, answer text)");
            statement.execute("insert into public.bench_floor values (uuidv7(), 'not-known')");
        }
    }

    private String concern() throws SQLException {
        return text(CONCERN);
    }

    private String assessment() throws SQLException {
        return text(
                "select id::text from exploitation.assessment "
                        + "where authority_id = (select id from access.authority where code = ?) and finished_at is null order by begun_at desc limit 1");
    }

    private String text(String sql) throws SQLException {
        try (var statement = screens.owner().prepareStatement(sql)) {
            statement.setString(1, screens.authority());
            try (var rows = statement.executeQuery()) {
                if (!rows.next()) throw new SQLException("There is none");
                return rows.getString(1);
            }
        }
    }

    private String page(String path) throws IOException {
        var answer = screens.wire().get(path, cookie, true);
        if (answer.status() != 200) throw new IOException(path + " answered " + answer.status());
        return answer.text();
    }

    private static String found(String page, String what) throws IOException {
        var found = Pattern.compile(what).matcher(page);
        if (!found.find()) throw new IOException("The page has no " + what);
        return found.group(1);
    }

    private void posted(String path, String fields, int expected) throws IOException {
        var answer = screens.wire().post(path, cookie, fields);
        if (answer.status() != expected) throw new IOException(path + " answered " + answer.status());
    }
}
