package lantern.demo.bench;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import lantern.access.Access;
import lantern.access.Permission;
import lantern.children.Matcher;
import lantern.children.Wanted;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How long one match takes inside the application: candidates, scores, and what the reader may see of them. Only in a benchmark. */
@RestController
@Transactional
@ConditionalOnProperty("lantern.bench")
class MatchAnswer {
    private final Access access;
    private final Matcher matcher;

    MatchAnswer(Access access, Matcher matcher) {
        this.access = access;
        this.matcher = matcher;
    }

    record Answer(long nanos, int found) {}

    @GetMapping("/bench/match")
    Answer match(
            @RequestParam String family,
            @RequestParam String given,
            @RequestParam(required = false) @Nullable LocalDate born,
            @RequestParam(defaultValue = "") String nhs,
            @RequestParam(defaultValue = "") String postcode) {
        access.require(Permission.READ_CHILD);
        var wanted = new Wanted(
                family,
                given,
                null,
                born,
                null,
                nhs.isEmpty() ? Map.of() : Map.of("nhs-number", nhs),
                postcode.isEmpty() ? List.of() : List.of(postcode),
                List.of());
        var before = System.nanoTime();
        var found = matcher.find(wanted, 10);
        return new Answer(System.nanoTime() - before, found.candidates().size());
    }
}
