package lantern.oversight.open;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import lantern.access.OpenToAll;
import lantern.oversight.open.Published.Item;
import lantern.platform.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Published inquiries as the API has them (spec: api.md): without a token, and nothing but what the public site shows. */
@RestController
@Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
@RequestMapping("/api/v1/oversight/inquiries")
class PublishedApi {
    private static final String WHY = "it answers with what was published for everybody, and nothing else is read";
    private static final CacheControl A_MINUTE =
            CacheControl.maxAge(Duration.ofMinutes(1)).cachePublic();
    private static final int PAGE = 100;

    private final Published published;

    PublishedApi(Published published) {
        this.published = published;
    }

    /** @param next where the next hundred are, null when these are the last */
    record Listed(List<Summary> inquiries, @Nullable String next) {}

    record Summary(
            UUID id,
            String authority,
            String title,
            String committee,
            String approvedOn,
            int recommendations,
            long outstanding,
            Instant publishedAt,
            String page) {}

    record One(UUID id, String authority, Instant publishedAt, String page, OpenInquiry inquiry) {}

    @GetMapping
    @OpenToAll(WHY)
    ResponseEntity<Listed> inquiries(
            @RequestParam(required = false) @Nullable String authority,
            @RequestParam(required = false) @Nullable UUID after) {
        var all = published.now().items().stream()
                .filter(item -> item.inquiry() != null)
                .filter(item -> authority == null || item.authority().equals(authority))
                .toList();
        var from = 0;
        if (after != null) {
            var subjects = all.stream().map(Item::subject).toList();
            if (!subjects.contains(after))
                throw new Refused("No published inquiry has this id: ask again from the beginning", "after");
            from = subjects.indexOf(after) + 1;
        }
        var until = Math.min(from + PAGE, all.size());
        var next = until == all.size()
                ? null
                : "/api/v1/oversight/inquiries?" + (authority == null ? "" : "authority=" + authority + "&") + "after="
                        + all.get(until - 1).subject();
        return answer(new Listed(
                all.subList(from, until).stream().map(PublishedApi::summary).toList(), next));
    }

    /** Not published, withdrawn and never there get one answer. */
    @GetMapping("/{id}")
    @OpenToAll(WHY)
    ResponseEntity<One> inquiry(@PathVariable UUID id) {
        for (var item : published.now().items()) {
            var inquiry = item.inquiry();
            if (inquiry != null && item.subject().equals(id))
                return answer(new One(id, item.authority(), item.at(), item.path(), inquiry));
        }
        throw Refused.notFound();
    }

    private static Summary summary(Item item) {
        var inquiry = java.util.Objects.requireNonNull(item.inquiry());
        return new Summary(
                item.subject(),
                item.authority(),
                inquiry.title(),
                inquiry.committee(),
                inquiry.approvedOn(),
                inquiry.recommendations().size(),
                inquiry.outstanding(),
                item.at(),
                item.path());
    }

    private static <T> ResponseEntity<T> answer(T body) {
        return ResponseEntity.ok().cacheControl(A_MINUTE).body(body);
    }
}
