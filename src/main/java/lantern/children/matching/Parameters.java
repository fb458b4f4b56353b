package lantern.children.matching;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * What every level of every field weighs, in log2 odds (Fellegi and Sunter 1969), and how common names are. Learnt by
 * expectation-maximisation: what ships from an invented register (version 1), an authority's from its own. Data, never edited.
 */
public record Parameters(
        int version,
        double prior,
        Map<String, Levels> fields,
        Map<String, Double> familyNames,
        Map<String, Double> givenNames) {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final double MOST = 25;

    /** Two records of the same child (m), of strangers (u) and of two children of one household (k), by level from the same to different. */
    public record Levels(List<Double> m, List<Double> u, List<Double> k) {
        /** What speaks for two children of one household, in log2 odds against strangers. */
        double household(int level) {
            return Math.log(k.get(level - 1) / u.get(level - 1)) / Math.log(2);
        }

        /** A closer level never weighs less than one further off: what was hardly ever seen must not say otherwise. */
        double weight(int level) {
            var weight = MOST;
            for (var at = 0; at < level; at++) weight = Math.min(weight, Math.log(m.get(at) / u.get(at)) / Math.log(2));
            return Math.max(-MOST, weight);
        }
    }

    static Parameters shipped() {
        try (var file = Parameters.class.getResourceAsStream("/definitions/matching-parameters.json")) {
            if (file == null) throw new IllegalStateException("definitions/matching-parameters.json is missing");
            return JSON.readValue(file.readAllBytes(), Parameters.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Parameters parse(String json) {
        return JSON.readValue(json, Parameters.class);
    }

    public String json() {
        return JSON.writeValueAsString(this);
    }

    double weight(String field, int level) {
        return fields.get(field).weight(level);
    }

    int last(String field) {
        return fields.get(field).m().size();
    }

    double household(String field, int level) {
        return fields.get(field).household(level);
    }

    /** What it adds that this very name is rarer or commoner than usual; a name not counted is as rare as the rarest counted. */
    double rarity(String field, Map<String, Double> shares, String key) {
        if (shares.isEmpty()) return 0;
        var share = shares.getOrDefault(key, shares.getOrDefault("", 1e-5));
        return Math.log(fields.get(field).u().getFirst() / share) / Math.log(2);
    }
}
