package lantern.children.imports.file;

/** A documented column of a file, with what the template shows in it. */
public record Column(String name, boolean required, String example, String words) {}
