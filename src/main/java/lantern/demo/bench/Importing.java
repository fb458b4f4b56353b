package lantern.demo.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import lantern.demo.invented.Names;
import lantern.demo.invented.Seeded;
import lantern.platform.CannotRun;

/** How many children a second are imported from a file, as somebody imports them: into an empty register, and into a full one, where each is looked for first. */
final class Importing {
    private static final Pattern RATE = Pattern.compile("([0-9.,]+) seconds, ([0-9,]+) rows a second");

    private final Path data;

    Importing(Path data) {
        this.data = data;
    }

    Map<String, Object> measure(String fullAuthority, int intoEmpty, int intoFull)
            throws IOException, InterruptedException {
        // A new authority each time: a register that was filled before is not empty.
        var empty = "bench-" + Long.toString(System.nanoTime(), 36);
        run("authority", "add", empty, "An empty register", "--data", data.toString());
        var figures = new LinkedHashMap<String, Object>();
        figures.put("intoAnEmptyRegisterPerSecond", children(empty, intoEmpty));
        figures.put("intoAFullRegisterPerSecond", children(fullAuthority, intoFull));
        return figures;
    }

    private double children(String authority, int many) throws IOException, InterruptedException {
        var file = Files.createTempFile("bench-import", ".csv");
        try {
            Files.write(file, rows(many));
            var said = run(
                    "import",
                    "children",
                    file.toString(),
                    "--authority",
                    authority,
                    "--leave-out-rejected",
                    "--data",
                    data.toString());
            var rate = RATE.matcher(said);
            if (!rate.find()) throw new CannotRun("The import did not say how fast it was: " + said);
            return Double.parseDouble(rate.group(2).replace(",", ""));
        } finally {
            Files.delete(file);
        }
    }

    private static List<String> rows(int many) {
        var stamp = Long.toString(System.nanoTime(), 36);
        var random = new Random(many);
        var rows = new ArrayList<String>();
        rows.add("reference,family_name,given_names,date_of_birth,sex,address,postcode,phone");
        for (var i = 0; i < many; i++) {
            var seeded = Seeded.of(many, i);
            var born = LocalDate.of(2009, 1, 1).plusDays(random.nextInt(6_000));
            rows.add("%s-%d,\"%s\",\"%s\",%s,%s,%d Invented Lane,ZX%d %dAB,07700 9%05d"
                    .formatted(
                            stamp,
                            i,
                            Names.family(seeded),
                            Names.given(seeded),
                            born,
                            i % 2 == 0 ? "female" : "male",
                            i % 300,
                            i % 90,
                            i % 10,
                            random.nextInt(100_000)));
        }
        return rows;
    }

    private static String run(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(System.getenv("LANTERN_SCRIPT"));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        if (process.waitFor() > 1) throw new CannotRun("./lantern " + String.join(" ", arguments) + " failed: " + said);
        return said;
    }
}
