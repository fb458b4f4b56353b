package lantern.children.matching.train;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lantern.children.linkage.Belief;
import lantern.children.linkage.Model;
import lantern.children.linkage.field.Field;
import lantern.children.linkage.file.Mapping;
import lantern.children.linkage.file.Records;
import lantern.children.linkage.file.Table;
import lantern.children.linkage.run.Linkage;
import lantern.children.linkage.text.Words;
import lantern.children.matching.Parameters;
import lantern.children.matching.Parameters.Levels;
import lantern.children.matching.ParametersInForce;

/** Parameters learnt from a register. What it has too few duplicates to teach stays near what ships. */
public final class Learning {
    public static final List<String> COLUMNS =
            List.of("given_names", "family_name", "date_of_birth", "sex", "postcode", "phone", "identifier");

    /** How many pairs of one child the shipped parameters are worth beside those found in the register. */
    private static final double BELIEF = 300;

    /** One child in two whom somebody asks about is already known. */
    private static final double KNOWN = 0.5;

    private static final int MOST_NAMES = 2_000;

    private Learning() {}

    public static Parameters of(List<List<String>> children) {
        var shipped = ParametersInForce.shipped();
        var m = new HashMap<String, List<Double>>();
        shipped.fields().forEach((field, levels) -> m.put(field, levels.m()));
        return of(children, new Belief(m, BELIEF), shipped.fields());
    }

    /** @param otherwise the parameters of fields that no child of the register has */
    public static Parameters of(List<List<String>> children, Belief belief, Map<String, Levels> otherwise) {
        var table = new Table("the register", COLUMNS, children);
        var map = COLUMNS.stream().map(column -> column + ": " + column).collect(Collectors.joining("\n"));
        var records = Records.of(List.of(table), List.of(Mapping.parse(map)));
        var linked = Linkage.of(records.rows(), records.rows(), records.comparisons(), records.keys(), belief);
        var fields = new LinkedHashMap<>(otherwise);
        for (var place = 0; place < linked.model().fields().size(); place++) {
            var field = linked.model().fields().get(place);
            if (somebodyHas(field.code(), children)) fields.put(code(field), levels(linked.model(), place, field));
        }
        var prior = Math.log(KNOWN / children.size()) / Math.log(2);
        return new Parameters(1, rounded(prior), fields, shares(children, 1, false), shares(children, 0, true));
    }

    private static boolean somebodyHas(String field, List<List<String>> children) {
        var column =
                switch (field) {
                    case "givenNames", "nameOrder" -> 0;
                    case "familyName" -> 1;
                    case "dateOfBirth" -> 2;
                    case "sex" -> 3;
                    case "postcode" -> 4;
                    case "phone" -> 5;
                    default -> 6;
                };
        return children.stream()
                        .filter(child -> !child.get(column).isBlank())
                        .limit(100)
                        .count()
                == 100;
    }

    private static String code(Field field) {
        return field.code().startsWith("identifier") ? "identifier" : field.code();
    }

    private static Levels levels(Model model, int place, Field field) {
        return new Levels(
                IntStream.rangeClosed(1, field.differs())
                        .mapToObj(level -> rounded(model.m(place, level)))
                        .toList(),
                IntStream.rangeClosed(1, field.differs())
                        .mapToObj(level -> rounded(model.u(place, level)))
                        .toList(),
                IntStream.rangeClosed(1, field.differs())
                        .mapToObj(level -> rounded(model.k(place, level)))
                        .toList());
    }

    // The commonest names with their shares; under the empty name the share of the rest.
    private static Map<String, Double> shares(List<List<String>> children, int column, boolean firstOnly) {
        var counts = new HashMap<String, Integer>();
        for (var child : children) {
            var keys = firstOnly ? Words.keys(child.get(column)) : List.of(Words.key(child.get(column)));
            if (!keys.isEmpty() && !keys.getFirst().isEmpty()) counts.merge(keys.getFirst(), 1, Integer::sum);
        }
        var all = (double) counts.values().stream().mapToInt(count -> count).sum();
        var shares = new LinkedHashMap<String, Double>();
        counts.entrySet().stream()
                .filter(each -> each.getValue() > 1)
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_NAMES)
                .forEach(each -> shares.put(each.getKey(), rounded(each.getValue() / all)));
        var rarest = shares.values().stream().min(Double::compare).orElse(1 / Math.max(1, all));
        shares.put("", rounded(Math.max(rarest / 2, 0.5 / Math.max(1, all))));
        return shares;
    }

    private static double rounded(double value) {
        return new java.math.BigDecimal(value)
                .round(new java.math.MathContext(4))
                .doubleValue();
    }
}
