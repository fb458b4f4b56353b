package lantern.demo.authority;

/**
 * A place where looked after children live.
 *
 * @param runs how much more often than elsewhere children go missing from here
 */
public record Home(String name, String typeCode, String providerCode, String lines, String postcode, double runs) {}
