package lantern.oversight.checks;

/**
 * One thing that a check raises. The code is a row of the inventory of contradictions (C1 to C54), or A2.1 for a rule of the scale
 * itself; the facts are the words and numbers it was raised on.
 */
public record Finding(String code, String says, String facts) {
    public Finding {
        facts = shortened(facts.replaceAll("\\s+", " ").strip());
    }

    /** As the command prints it: the code first. */
    public String line() {
        return code + " " + says + (facts.isEmpty() ? "" : " [" + facts + "]");
    }

    /** In the order of the inventory: C2 before C10. */
    public int order() {
        return code.startsWith("C") ? Integer.parseInt(code.substring(1)) : 0;
    }

    private static String shortened(String facts) {
        return facts.length() <= 240 ? facts : facts.substring(0, 239) + "…";
    }
}
