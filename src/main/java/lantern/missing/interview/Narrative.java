package lantern.missing.interview;

/** What the child said, before, during and after, and in the child's own words; read by few. */
public record Narrative(String before, String during, String after, String ownWords, String recommendations) {}
