package lantern.access.openapi;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import lantern.access.OpenToAll;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code /api/v1/openapi.json}: {@code openapi/lantern.json} with the paths and schemas of every room's own file. */
@RestController
@Transactional(propagation = Propagation.NOT_SUPPORTED)
class OpenApi {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final String document;

    OpenApi() throws IOException {
        var files = new PathMatchingResourcePatternResolver();
        var whole = (ObjectNode) read(files, "classpath:openapi/lantern.json");
        for (var room : List.of(
                "intake", "children", "timescales", "meetings", "exploitation", "missing", "oversight", "audit")) {
            var part = read(files, "classpath:openapi/" + room + ".json");
            whole.withObject("/paths").setAll((ObjectNode) part.get("paths"));
            whole.withObject("/components/schemas").setAll((ObjectNode) part.get("schemas"));
        }
        document = JSON.writeValueAsString(whole);
    }

    private static tools.jackson.databind.JsonNode read(PathMatchingResourcePatternResolver files, String path)
            throws IOException {
        try (var in = files.getResource(path).getInputStream()) {
            return JSON.readTree(in.readAllBytes());
        }
    }

    @GetMapping("/api/v1/openapi.json")
    @OpenToAll("It describes the software, which is public, and nothing that is kept in it")
    ResponseEntity<String> document() {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.maxAge(1, TimeUnit.HOURS))
                .body(document);
    }
}
