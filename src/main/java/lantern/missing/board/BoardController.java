package lantern.missing.board;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.stream.Stream;
import lantern.access.Access;
import lantern.access.Actor;
import lantern.access.Names;
import lantern.access.Permission;
import lantern.access.WorkList;
import lantern.audit.Ledger;
import lantern.platform.web.Pages;
import lantern.timescales.Timescales;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
@Transactional
class BoardController {
    private final BoardQueries queries;
    private final Access access;
    private final Ledger ledger;
    private final Clock clock;
    private final Timescales timescales;
    private final Names names;

    BoardController(
            BoardQueries queries, Access access, Ledger ledger, Clock clock, Timescales timescales, Names names) {
        this.queries = queries;
        this.access = access;
        this.ledger = ledger;
        this.clock = clock;
        this.timescales = timescales;
        this.names = names;
    }

    @GetMapping("/missing")
    ModelAndView board(@RequestParam Map<String, String> query) {
        var actor = access.require(Permission.READ_EPISODE);
        var now = clock.instant();
        var filter = filter(query);
        var rows = queries.rows(filter, now);
        var more = rows.size() > BoardQueries.PAGE;
        var shown = more ? rows.subList(0, BoardQueries.PAGE) : rows;
        if (!shown.isEmpty()) ledger.looked(shown.stream().map(BoardRow::child).toList(), "missing-now");
        var called = names.of(shown.stream()
                .flatMap(row -> Stream.of(row.worker(), row.team()).filter(Objects::nonNull))
                .toList());
        return Pages.page(
                "missing/board/board",
                new BoardPage(
                        filter,
                        shown,
                        more,
                        queries.counts(),
                        now,
                        timescales.titles(),
                        called,
                        actor.may(Permission.READ_INBOX)));
    }

    /** The rows that fit the filter, all of them. */
    @GetMapping("/missing/now.csv")
    void file(@RequestParam Map<String, String> query, HttpServletResponse response) throws IOException {
        access.require(Permission.READ_EPISODE);
        var now = clock.instant();
        var rows = queries.rows(filter(query).all(), now);
        if (!rows.isEmpty()) ledger.looked(rows.stream().map(BoardRow::child).toList(), "export.missing-now");
        var called = names.of(rows.stream()
                .flatMap(row -> Stream.of(row.worker(), row.team()).filter(Objects::nonNull))
                .toList());
        response.setContentType("text/csv; charset=utf-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"missing-now.csv\"");
        response.getWriter()
                .write(BoardFile.of(rows, called, timescales.titles(), now).csv());
    }

    private static BoardFilter filter(Map<String, String> query) {
        return BoardFilter.of(
                query.get("stage"),
                query.get("team"),
                query.get("care"),
                query.get("from"),
                query.get("hours"),
                query.get("risk"),
                query.get("area"),
                query.get("page"));
    }

    /** The board's place in the navigation. */
    @Component
    static class MissingNow implements WorkList {
        private final BoardQueries queries;

        MissingNow(BoardQueries queries) {
            this.queries = queries;
        }

        @Override
        public String title() {
            return "Missing now";
        }

        @Override
        public String purpose() {
            return "Every child who is missing at this moment: open one to see what to do next.";
        }

        @Override
        public String path() {
            return "/missing";
        }

        @Override
        public Permission permission() {
            return Permission.READ_EPISODE;
        }

        @Override
        public int order() {
            return 20;
        }

        @Override
        public OptionalLong waiting(Actor actor) {
            return OptionalLong.of(queries.counts().open());
        }
    }
}
