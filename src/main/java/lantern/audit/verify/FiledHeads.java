package lantern.audit.verify;

import lantern.audit.head.Head;
import lantern.audit.head.HeadsFile;
import org.jspecify.annotations.Nullable;

/** Walks along the heads file beside the seals: the head on file that is next to be compared. */
final class FiledHeads implements AutoCloseable {
    private final HeadsFile.Reader file;
    private @Nullable Head now;
    private long lastNumber;

    FiledHeads(HeadsFile.Reader file) {
        this.file = file;
        advance();
    }

    /** Null when the file has no more. */
    @Nullable
    Head now() {
        return now;
    }

    @Nullable
    Head advance() {
        now = file.next();
        if (now != null) lastNumber = now.number();
        return now;
    }

    /** The number of the last head read. */
    long lastNumber() {
        return lastNumber;
    }

    boolean isChanged() {
        return file.isChanged();
    }

    @Override
    public void close() {
        file.close();
    }
}
