package lantern.children.linkage.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lantern.platform.Refused;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** Which columns of a file hold what. From map.yaml, or guessed from what the columns are called. */
public record Mapping(Map<Role, List<String>> columns) {
    public static Mapping read(Path file) {
        try {
            return parse(Files.readString(file));
        } catch (IOException e) {
            throw new Refused("The column map " + file + " could not be read");
        }
    }

    public static Mapping parse(String yaml) {
        var columns = new EnumMap<Role, List<String>>(Role.class);
        try {
            if (!(new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml) instanceof Map<?, ?> map))
                throw new Refused("The column map must hold lines such as: family_name: surname");
            map.forEach((key, value) -> columns.computeIfAbsent(role(String.valueOf(key)), role -> new ArrayList<>())
                    .addAll(names(value)));
        } catch (YAMLException e) {
            throw new Refused("The column map is not YAML: " + e.getMessage());
        }
        columns.values().removeIf(List::isEmpty);
        return new Mapping(columns);
    }

    private static Role role(String name) {
        return Role.named(name)
                .orElseThrow(() -> new Refused("The column map says " + name + ", which is none of "
                        + Stream.of(Role.values()).map(Role::inFile).collect(Collectors.joining(", "))));
    }

    private static List<String> names(Object value) {
        if (value == null) return List.of();
        if (value instanceof Collection<?> several)
            return several.stream().map(String::valueOf).toList();
        return List.of(String.valueOf(value));
    }

    /** @param except the column with the answers, which must not be compared */
    public static Mapping guess(Table table, Set<String> except) {
        var columns = new EnumMap<Role, List<String>>(Role.class);
        for (var column : table.columns()) {
            if (except.contains(column)) continue;
            Role.guess(column)
                    .ifPresent(role -> columns.computeIfAbsent(role, each -> new ArrayList<>())
                            .add(column));
        }
        if (columns.containsKey(Role.GIVEN_NAMES) && columns.containsKey(Role.FAMILY_NAME))
            columns.remove(Role.FULL_NAME);
        if (columns.containsKey(Role.DATE_OF_BIRTH))
            List.of(Role.BIRTH_YEAR, Role.BIRTH_MONTH, Role.BIRTH_DAY, Role.AGE).forEach(columns::remove);
        return new Mapping(columns);
    }

    /** The first column of a role, or null. */
    public @Nullable String first(Role role) {
        var all = of(role);
        return all.isEmpty() ? null : all.getFirst();
    }

    /** Without the column that has the answers. */
    public Mapping without(String column) {
        var kept = new EnumMap<Role, List<String>>(Role.class);
        columns.forEach((role, names) -> {
            var others = names.stream()
                    .filter(name -> !name.equalsIgnoreCase(column))
                    .toList();
            if (!others.isEmpty()) kept.put(role, others);
        });
        return new Mapping(kept);
    }

    List<String> of(Role role) {
        return columns.getOrDefault(role, List.of());
    }

    public void check(Table table) {
        var absent = columns.values().stream()
                .flatMap(List::stream)
                .filter(column -> !table.has(column))
                .toList();
        if (!absent.isEmpty())
            throw new Refused("There is no column " + String.join(", ", absent) + " in " + table.name()
                    + ". Its columns are: " + String.join(", ", table.columns()));
        if (columns.keySet().stream().allMatch(role -> role == Role.ID))
            throw new Refused("No column of " + table.name()
                    + " can be compared. Say with --columns which are names, dates and addresses; its columns are: "
                    + String.join(", ", table.columns()));
    }

    public String inWords() {
        return columns.entrySet().stream()
                .map(each -> each.getKey().inFile() + ": "
                        + (each.getValue().size() == 1
                                ? each.getValue().getFirst()
                                : each.getValue().toString()))
                .collect(Collectors.joining("\n"));
    }
}
