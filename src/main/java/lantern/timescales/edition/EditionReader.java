package lantern.timescales.edition;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lantern.timescales.standard.Standard;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads the editions that ship. Whatever is wrong in one is said at once, each fault naming its standard. */
public final class EditionReader {
    /** In the order they came into force; a later one may be based on an earlier one. */
    private static final List<String> SHIPPED = List.of("missing-2016", "missing-2017");

    private EditionReader() {}

    public static List<Edition> shipped() {
        var editions = new LinkedHashMap<String, Edition>();
        for (var name : SHIPPED) {
            editions.put(name, read(name + ".yaml", yaml(name), editions));
        }
        return List.copyOf(editions.values());
    }

    /** Changes when what ships changes. */
    public static int checksum() {
        return SHIPPED.stream().map(EditionReader::yaml).toList().hashCode();
    }

    private static String yaml(String name) {
        var path = "/definitions/standards/" + name + ".yaml";
        try (InputStream in = EditionReader.class.getResourceAsStream(path)) {
            if (in == null) throw new IllegalStateException("The edition " + path + " is missing from the build");
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws UnsoundStandards naming every fault at once */
    public static Edition read(String file, String yaml, Map<String, Edition> earlier) {
        var faults = new ArrayList<String>();
        Object read;
        try {
            var options = new LoaderOptions();
            options.setAllowDuplicateKeys(false);
            read = new Yaml(new SafeConstructor(options)).load(yaml);
        } catch (YAMLException e) {
            throw new UnsoundStandards(List.of(file + " is not YAML: " + e.getMessage()));
        }
        if (!(read instanceof Map<?, ?> map)) throw new UnsoundStandards(List.of(file + " is not a list of fields"));
        var fields = new Fields(file, map, faults);
        fields.only("edition", "title", "from", "based-on", "police", "national-return", "standards");
        var id = fields.text("edition");
        var definitions = new LinkedHashMap<String, Map<String, Object>>();
        var basedOn = fields.optional("based-on");
        if (basedOn != null) {
            var base = earlier.get(basedOn);
            if (base == null) faults.add(file + ": based-on: there is no earlier edition \"" + basedOn + "\"");
            else definitions.putAll(base.definitions());
        }
        var here = new ArrayList<String>();
        for (var each : fields.list("standards")) {
            if (!(each instanceof Map<?, ?> standard)) {
                faults.add(file + ": each of the standards is a list of fields");
                continue;
            }
            var name = String.valueOf(standard.get("id"));
            if (here.contains(name)) faults.add(file + ": standard \"" + name + "\" stands here twice");
            here.add(name);
            definitions.put(name, copy(standard));
        }
        var standards = new ArrayList<Standard>();
        definitions.forEach((name, definition) -> {
            var standard = StandardReader.read(file + ", " + name, definition, faults);
            if (standard != null) standards.add(standard);
        });
        var from = date(fields, faults, file);
        var edition = new Edition(
                id,
                fields.text("title"),
                from,
                fields.words("police"),
                fields.words("national-return"),
                List.copyOf(standards),
                Map.copyOf(definitions));
        if (!faults.isEmpty()) throw new UnsoundStandards(faults);
        return edition;
    }

    private static LocalDate date(Fields fields, List<String> faults, String file) {
        var words = fields.text("from");
        try {
            return LocalDate.parse(words);
        } catch (DateTimeParseException e) {
            faults.add(file + ": from: \"" + words + "\" is not a date; write it in quotes, as \"2016-02-01\"");
            return LocalDate.EPOCH;
        }
    }

    private static Map<String, Object> copy(Map<?, ?> standard) {
        var copy = new LinkedHashMap<String, Object>();
        standard.forEach((key, value) -> {
            @Nullable Object written = value;
            if (written != null) copy.put(String.valueOf(key), written);
        });
        return java.util.Collections.unmodifiableMap(copy);
    }
}
