package lantern;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class OpenApiTest extends ServerTest {
    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping routes;

    @Test
    void every_route_of_the_api_is_described_and_nothing_else_is() throws Exception {
        var described = new TreeSet<String>();
        var paths = document().get("paths");
        for (var path : paths.propertyNames())
            for (var method : paths.get(path).propertyNames())
                described.add(method.toUpperCase(java.util.Locale.ROOT) + " /api/v1" + path);
        var existing = new TreeSet<String>();
        routes.getHandlerMethods()
                .keySet()
                .forEach(route -> route.getPatternValues().stream()
                        .filter(pattern -> pattern.startsWith("/api/"))
                        .forEach(pattern -> route.getMethodsCondition()
                                .getMethods()
                                .forEach(method -> existing.add(method + " " + pattern))));
        assertThat(described).isEqualTo(existing);
    }

    @Test
    void every_reference_in_it_leads_somewhere() throws Exception {
        var document = document();
        for (var reference : document.findValuesAsString("$ref"))
            assertThat(document.at(reference.substring(1)).isMissingNode())
                    .as(reference)
                    .isFalse();
    }

    private JsonNode document() throws Exception {
        var answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(url("/api/v1/openapi.json")))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body());
    }
}
