package lantern.oversight.open;

import gg.jte.output.Utf8ByteOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import lantern.access.OpenToAll;
import lantern.oversight.open.Published.Answer;
import lantern.platform.web.Templates;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import tools.jackson.databind.json.JsonMapper;

/** The public site. It knows no session, sets no cookie, and reads nothing but {@link Published}. */
@Controller
@Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
class OpenController {
    private static final String WHY = "it shows what was published for everybody, and nothing else is read";
    private static final String HTML = "text/html;charset=UTF-8";

    private final Published published;
    private final JsonMapper json;

    OpenController(Published published, JsonMapper json) {
        this.published = published;
        this.json = json;
    }

    @GetMapping("/open")
    @OpenToAll(WHY)
    ResponseEntity<byte[]> front(@RequestHeader(value = "If-None-Match", required = false) @Nullable String known) {
        var now = published.now();
        return answer(now.answer("/open", address -> page(OpenPages.front(now))), known);
    }

    @GetMapping("/open/inquiries/{id}")
    @OpenToAll(WHY)
    ResponseEntity<byte[]> inquiry(
            @PathVariable UUID id, @RequestHeader(value = "If-None-Match", required = false) @Nullable String known) {
        var now = published.now();
        for (var item : now.items()) {
            var inquiry = item.inquiry();
            if (inquiry != null && item.subject().equals(id))
                return answer(now.answer(item.path(), address -> page(OpenPages.inquiry(item, inquiry))), known);
        }
        return nothing();
    }

    @GetMapping("/open/recommendations/{id}")
    @OpenToAll(WHY)
    ResponseEntity<byte[]> recommendation(
            @PathVariable UUID id, @RequestHeader(value = "If-None-Match", required = false) @Nullable String known) {
        var now = published.now();
        for (var item : now.items()) {
            var inquiry = item.inquiry();
            if (inquiry == null) continue;
            for (var each : inquiry.recommendations())
                if (each.id().equals(id))
                    return answer(
                            now.answer(
                                    "/open/recommendations/" + id,
                                    address -> page(OpenPages.recommendation(item, inquiry, each))),
                            known);
        }
        return nothing();
    }

    @GetMapping("/open/action-plans/{id}")
    @OpenToAll(WHY)
    ResponseEntity<byte[]> plan(
            @PathVariable UUID id, @RequestHeader(value = "If-None-Match", required = false) @Nullable String known) {
        var now = published.now();
        for (var item : now.items()) {
            var plan = item.plan();
            if (plan != null && item.subject().equals(id))
                return answer(now.answer(item.path(), address -> page(OpenPages.plan(item, plan))), known);
        }
        return nothing();
    }

    @GetMapping("/open/data.json")
    @OpenToAll(WHY)
    ResponseEntity<byte[]> json(@RequestHeader(value = "If-None-Match", required = false) @Nullable String known) {
        var now = published.now();
        return answer(
                now.answer(
                        "/open/data.json",
                        address -> answer(200, "application/json", json.writeValueAsBytes(OpenData.json(now)))),
                known);
    }

    @GetMapping("/open/data.csv")
    @OpenToAll(WHY)
    ResponseEntity<byte[]> csv(@RequestHeader(value = "If-None-Match", required = false) @Nullable String known) {
        var now = published.now();
        return answer(
                now.answer("/open/data.csv", address -> text("text/csv;charset=UTF-8", OpenData.csv(now))), known);
    }

    @GetMapping("/open/feed.atom")
    @OpenToAll(WHY)
    ResponseEntity<byte[]> feed(
            @RequestHeader(value = "If-None-Match", required = false) @Nullable String known,
            jakarta.servlet.http.HttpServletRequest request) {
        var now = published.now();
        var url = request.getRequestURL().toString();
        var origin = url.substring(0, url.length() - "/open/feed.atom".length());
        // not kept: its links begin with the name by which it was asked, and that can be anything
        return answer(text("application/atom+xml;charset=UTF-8", OpenData.atom(now, origin)), known);
    }

    @GetMapping("/open/schema.json")
    @OpenToAll(WHY)
    ResponseEntity<byte[]> schema(@RequestHeader(value = "If-None-Match", required = false) @Nullable String known) {
        var now = published.now();
        return answer(now.answer("/open/schema.json", address -> schema()), known);
    }

    private static Answer schema() {
        try (var in = OpenController.class.getResourceAsStream("/definitions/open/schema.json")) {
            if (in == null) throw new IllegalStateException("the schema is part of the application");
            var out = new ByteArrayOutputStream();
            in.transferTo(out);
            return answer(200, "application/schema+json", out.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Answer page(OpenPage page) {
        var output = new Utf8ByteOutput();
        Templates.engine().render("oversight/open/page.jte", Map.<String, Object>of("page", page), output);
        var out = new ByteArrayOutputStream();
        try {
            output.writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return answer(200, HTML, out.toByteArray());
    }

    private static Answer text(String mediaType, String text) {
        return answer(200, mediaType, text.getBytes(StandardCharsets.UTF_8));
    }

    private static Answer answer(int status, String mediaType, byte[] bytes) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return new Answer(status, mediaType, bytes, "\"" + HexFormat.of().formatHex(hash, 0, 12) + "\"");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ResponseEntity<byte[]> answer(Answer it, @Nullable String known) {
        if (it.tag().equals(known))
            return ResponseEntity.status(304)
                    .header(HttpHeaders.ETAG, it.tag())
                    .header(HttpHeaders.CACHE_CONTROL, "public, max-age=60")
                    .build();
        return ResponseEntity.status(it.status())
                .header(HttpHeaders.CONTENT_TYPE, it.mediaType())
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=60")
                .header(HttpHeaders.ETAG, it.tag())
                .body(it.bytes());
    }

    /** Not published, withdrawn and never there look the same. */
    private static ResponseEntity<byte[]> nothing() {
        var page = new OpenPage("There is no such page", null, "", false, java.util.List.of());
        return ResponseEntity.status(404)
                .header(HttpHeaders.CONTENT_TYPE, HTML)
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=60")
                .body(page(page).bytes());
    }
}
