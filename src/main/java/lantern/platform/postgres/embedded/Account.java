package lantern.platform.postgres.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import lantern.platform.CannotRun;

/**
 * The account the database server runs as: our own, or, because PostgreSQL refuses to run as root, an unprivileged one
 * when we are root (nobody, 65534, or whoever owns the database files already).
 */
record Account(int user, int group) {
    private static final int NOBODY = 65534;

    static boolean isRoot() {
        return self() == 0;
    }

    private static int self() {
        return idOf(Path.of("/proc/self"), "unix:uid");
    }

    /** Who is to run the server over these files (which need not exist yet). */
    static Account over(Path cluster) {
        var owned = Files.exists(cluster);
        var owner = owned ? idOf(cluster, "unix:uid") : self();
        if (isRoot()) {
            return owned && owner != 0 ? new Account(owner, idOf(cluster, "unix:gid")) : new Account(NOBODY, NOBODY);
        }
        if (owner != self()) {
            throw new CannotRun("The database files in " + cluster + " belong to another account (user id " + owner
                    + "). Run Lantern as that account, or use another folder with --data.");
        }
        return new Account(self(), idOf(Path.of("/proc/self"), "unix:gid"));
    }

    /** The command line that runs a program as this account. */
    List<String> command(List<String> program) {
        if (!isRoot()) {
            return program;
        }
        var command = new ArrayList<>(
                List.of("setpriv", "--reuid=" + user, "--regid=" + group, "--clear-groups", "--no-new-privs", "--"));
        command.addAll(program);
        return command;
    }

    /** Hands a file or folder to this account. */
    void own(Path path) {
        if (!isRoot()) {
            return;
        }
        try {
            Files.setAttribute(path, "unix:uid", user, LinkOption.NOFOLLOW_LINKS);
            Files.setAttribute(path, "unix:gid", group, LinkOption.NOFOLLOW_LINKS);
        } catch (IOException e) {
            throw new CannotRun(
                    "The folder " + path + " cannot be given to the database's account: " + e.getMessage(), e);
        }
    }

    /** Whether this account can walk to the folder; below /root, for one, it cannot. */
    boolean reaches(Path folder) {
        if (!isRoot()) {
            return true;
        }
        try {
            for (var step = folder; step != null; step = step.getParent()) {
                var open = Files.getPosixFilePermissions(step).contains(PosixFilePermission.OTHERS_EXECUTE);
                if (!open && idOf(step, "unix:uid") != user) {
                    return false;
                }
            }
            return true;
        } catch (IOException e) {
            throw new CannotRun("The folder " + folder + " cannot be looked at: " + e.getMessage(), e);
        }
    }

    private static int idOf(Path path, String attribute) {
        try {
            return (Integer) Files.getAttribute(path, attribute);
        } catch (IOException e) {
            throw new CannotRun("The owner of " + path + " cannot be told: " + e.getMessage(), e);
        }
    }
}
