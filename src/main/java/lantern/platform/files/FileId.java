package lantern.platform.files;

import java.util.UUID;

/** A file kept by {@link Files}; rooms hold it in their own tables as a plain uuid. */
public record FileId(UUID value) {}
