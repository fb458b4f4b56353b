package lantern.audit.head;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Heads that somebody else kept: one, several as lines of a heads file, or an answer of {@code /api/v1/ledger/heads} or what a witness was sent. */
public final class CopiedHeads {
    public static final CopiedHeads NONE = new CopiedHeads(List.of());
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Map<UUID, TreeMap<Long, Head>> heads = new HashMap<>();

    private CopiedHeads(List<Head> copied) {
        for (var head : copied)
            heads.computeIfAbsent(head.authority(), any -> new TreeMap<>()).put(head.number(), head);
    }

    public static CopiedHeads read(Path file) {
        try {
            return parse(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("The copied heads " + file + " cannot be read", e);
        } catch (JacksonException e) {
            throw new IllegalArgumentException(
                    file + " holds no heads: give lines of JSON, one head each, or an answer of the API", e);
        }
    }

    static CopiedHeads parse(String text) {
        var copied = new java.util.ArrayList<Head>();
        try (var values = JSON.readerFor(JsonNode.class).<JsonNode>readValues(text)) {
            while (values.hasNextValue()) {
                var value = values.nextValue();
                var list = value.get("heads");
                if (list == null) copied.add(JSON.treeToValue(value, Head.class));
                else for (var each : list) copied.add(JSON.treeToValue(each, Head.class));
            }
        }
        return new CopiedHeads(copied);
    }

    public @Nullable Head of(UUID authority, long number) {
        var known = heads.get(authority);
        return known == null ? null : known.get(number);
    }

    /** The furthest of an authority; null when none was copied. */
    public @Nullable Head last(UUID authority) {
        var known = heads.get(authority);
        return known == null ? null : known.lastEntry().getValue();
    }

    public int size() {
        return heads.values().stream().mapToInt(Map::size).sum();
    }
}
