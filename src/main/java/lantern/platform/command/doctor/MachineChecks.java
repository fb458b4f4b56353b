package lantern.platform.command.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import lantern.platform.data.DataFolder;

/** The machine and the data folder: Java, room on the disk, and who may read the secrets. */
final class MachineChecks {
    private static final long LEAST_ROOM = 1_000_000_000;

    private MachineChecks() {}

    static List<Finding> of(DataFolder data) throws IOException {
        var findings = new ArrayList<Finding>();
        var java = Runtime.version().feature();
        findings.add(
                Finding.of(java == 25, "Java " + Runtime.version(), "Java " + java + " runs this: install Java 25."));
        var room = Files.getFileStore(data.path()).getUsableSpace();
        findings.add(Finding.of(
                room >= LEAST_ROOM,
                room / 1_000_000 + " MB free for " + data.path(),
                "Only " + room / 1_000_000 + " MB free for " + data.path() + ": make room, 1 GB at least."));
        try (var files = Files.list(data.secrets())) {
            findings.addAll(files.sorted().map(MachineChecks::secret).toList());
        }
        return findings;
    }

    private static Finding secret(Path file) {
        try {
            var others = EnumSet.copyOf(Files.getPosixFilePermissions(file));
            others.removeAll(EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE));
            return Finding.of(
                    others.isEmpty(),
                    "Secret " + file.getFileName() + " is readable by its owner only",
                    "Secret " + file + " is readable by others: chmod 600 " + file);
        } catch (IOException | IllegalArgumentException e) {
            return Finding.wrong("Secret " + file + " cannot be looked at: " + e.getMessage());
        }
    }
}
