package lantern.demo.bench;

import java.nio.charset.StandardCharsets;
import lantern.access.OpenToAll;
import lantern.platform.web.Pages;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The floor that pages are measured against: the same framework and layout, nothing on the page, one indexed select. Only in a benchmark. */
@Controller
@Transactional
@ConditionalOnProperty("lantern.bench")
class FloorPage {
    private static final byte[] HELD = "<p>held</p>\n".repeat(700).getBytes(StandardCharsets.US_ASCII);
    private final JdbcClient db;

    FloorPage(JdbcClient db) {
        this.db = db;
    }

    /** As large as a page of the public site. */
    @GetMapping("/bench/bytes")
    @OpenToAll("bytes that the benchmark's server holds")
    ResponseEntity<byte[]> bytes() {
        return ResponseEntity.ok().contentType(MediaType.TEXT_HTML).body(HELD);
    }

    @GetMapping("/bench/floor")
    @OpenToAll("an empty page of the benchmark")
    ModelAndView floor() {
        var word = db.sql("select title from access.v_role where code = :code")
                .param("code", "hub-worker")
                .query((row, n) -> row.getString(1))
                .single();
        return Pages.page("demo/bench/floor", new EmptyPage(word));
    }
}
