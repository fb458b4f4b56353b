package lantern.demo.authority;

import java.util.UUID;

/** Somebody with a caseload, and their team. */
public record Worker(UUID id, String name, UUID team) {}
