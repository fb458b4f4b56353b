package lantern.children.matching;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
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
    public record Levels(List<Double> m, List<Double> u, List<Double> k) {}

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

    Weights weights() {
        return new Weights(this);
    }

    /** The parameters worked out once, for the many comparisons of every day. */
    static final class Weights {
        private static final double UNCOUNTED = 1e-5;

        private final Parameters of;
        private final Map<String, double[]> weights = new HashMap<>();
        private final Map<String, double[]> household = new HashMap<>();

        private Weights(Parameters of) {
            this.of = of;
            of.fields().forEach((field, levels) -> {
                weights.put(field, falling(levels));
                household.put(
                        field,
                        IntStream.range(0, levels.u().size())
                                .mapToDouble(at ->
                                        log2(levels.k().get(at) / levels.u().get(at)))
                                .toArray());
            });
        }

        // A closer level never weighs less than one further off: what was hardly ever seen must not say otherwise.
        private static double[] falling(Levels levels) {
            var weights = new double[levels.m().size()];
            var least = MOST;
            for (var at = 0; at < weights.length; at++) {
                least = Math.clamp(log2(levels.m().get(at) / levels.u().get(at)), -MOST, least);
                weights[at] = least;
            }
            return weights;
        }

        double prior() {
            return of.prior();
        }

        double weight(String field, int level) {
            return known(weights, field)[level - 1];
        }

        int last(String field) {
            return known(weights, field).length;
        }

        /** What speaks for two children of one household, in log2 odds against strangers. */
        double household(String field, int level) {
            return known(household, field)[level - 1];
        }

        double familyRarity(String key) {
            return rarity("familyName", of.familyNames(), key);
        }

        double givenRarity(String key) {
            return rarity("givenNames", of.givenNames(), key);
        }

        /** What it adds that this very name is rarer or commoner than usual; one not counted is as rare as the rest together say. */
        private double rarity(String field, Map<String, Double> shares, String key) {
            if (shares.isEmpty()) return 0;
            double rest = shares.getOrDefault("", UNCOUNTED);
            double share = shares.getOrDefault(key, rest);
            var levels = of.fields().get(field);
            return levels == null ? 0 : log2(levels.u().getFirst() / share);
        }

        private static double[] known(Map<String, double[]> all, String field) {
            var levels = all.get(field);
            if (levels == null) throw new IllegalArgumentException("The matching knows no field " + field);
            return levels;
        }

        private static double log2(double value) {
            return Math.log(value) / Math.log(2);
        }
    }
}
