package lantern.oversight.inquiry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;

/** The scale on which committees grade a recommendation, as {@code definitions/scales} has it, and how papers spell its categories. */
public record Scale(String version, List<Category> categories, List<String> questions) {
    /** @param needs what a paper that gives this category must also say; empty for nothing */
    public record Category(int number, String title, String criteria, boolean achieved, String needs) {
        public String full() {
            return number + " – " + title;
        }
    }

    /** A printed category: the one it means if it is on the scale, and what was added to it. */
    public record Reading(
            @Nullable Category category, boolean numbered, boolean onScale, String qualifier, String raw) {
        public boolean says() {
            return category != null || !onScale;
        }
    }

    private static final Scale SHIPPED = load();
    private static final Pattern PRINTED = Pattern.compile(
            "(?s)^\\s*(?:category\\s*)?([1-9])?\\s*[-–—.:)]*\\s*(not\\s+achieved|achieved|in\\s+progress)\\s*[-–—]*\\s*(?:\\(([^)]*)\\))?(.*)$",
            Pattern.CASE_INSENSITIVE);

    public static Scale shipped() {
        return SHIPPED;
    }

    public Category of(int number) {
        return categories.stream()
                .filter(each -> each.number == number)
                .findFirst()
                .orElseThrow();
    }

    /** A category in any of its spellings, such as "2. Achieved – (late)"; words that grade nothing read as no category. */
    public Reading read(String raw) {
        var stripped = raw.replace('\u00a0', ' ').replaceAll("\\s+", " ").strip();
        if (stripped.matches("[1-6]")) return new Reading(of(Integer.parseInt(stripped)), true, true, "", raw);
        var match = PRINTED.matcher(stripped);
        if (!match.matches()) {
            var other = stripped.matches("(?i)(category\\s*)?[07-9]\\b.*");
            return new Reading(null, other, !other, "", raw);
        }
        var head = match.group(2).replaceAll("\\s+", " ");
        var bracket = match.group(3);
        var title = bracket == null ? head : head + " (" + bracket.strip() + ")";
        var number = match.group(1) == null ? 0 : Integer.parseInt(match.group(1));
        var named = categories.stream()
                .filter(each -> each.title.equalsIgnoreCase(title))
                .findFirst()
                .orElse(null);
        // "2 Achieved" without its bracket is short, not off the scale; a number and a name that disagree are.
        if (named == null
                && bracket == null
                && number > 0
                && number <= 6
                && of(number)
                        .title
                        .toLowerCase(java.util.Locale.ROOT)
                        .startsWith(head.toLowerCase(java.util.Locale.ROOT))) named = of(number);
        var agrees = named != null && (number == 0 || named.number == number);
        var qualifier = match.group(4).replaceFirst("^[.,;:\\s]+", "").strip();
        return new Reading(agrees ? named : null, number > 0, agrees, qualifier, raw);
    }

    private static Scale load() {
        try (var in = Objects.requireNonNull(
                Scale.class.getResourceAsStream("/definitions/scales/recommendation-category.yaml"))) {
            Map<String, Object> yaml = new Yaml().load(in);
            var categories = list(yaml.get("categories")).stream()
                    .map(each -> (Map<?, ?>) each)
                    .map(each -> new Category(
                            (Integer) Objects.requireNonNull(each.get("number")),
                            text(each.get("title")),
                            text(each.get("criteria")),
                            Boolean.TRUE.equals(each.get("achieved")),
                            each.get("needs") == null ? "" : text(each.get("needs"))))
                    .toList();
            return new Scale(
                    text(yaml.get("version")),
                    categories,
                    list(yaml.get("questions")).stream().map(Scale::text).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<?> list(@Nullable Object value) {
        return (List<?>) Objects.requireNonNull(value);
    }

    private static String text(@Nullable Object value) {
        return Objects.requireNonNull(value).toString();
    }
}
