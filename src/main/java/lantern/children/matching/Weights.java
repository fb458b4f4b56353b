package lantern.children.matching;

/**
 * What each outcome of a comparison weighs, in log2 odds (Fellegi and Sunter 1969): how much likelier it is for two records of one
 * child than for two of different children. Set by judgement from the size of each field's choice (a birthday is one of 6,570
 * days, a family name in common use one of some 500), to be learnt from a register by the full engine.
 */
final class Weights {
    /** Before anything is compared: one in 131,072. */
    static final double PRIOR = -17;

    static final double FAMILY = 9;
    static final double FAMILY_PART = 5;
    static final double FAMILY_LIKE = 4.5;
    static final double FAMILY_DIFFERS = -5;
    static final double GIVEN = 7;
    static final double GIVEN_FORM = 5;
    static final double GIVEN_LIKE = 4;
    static final double GIVEN_ORDER = 4;
    static final double GIVEN_INITIAL = 2;
    static final double GIVEN_DIFFERS = -5;
    static final double TURNED_ROUND = 5;
    static final double BORN = 12.5;
    static final double BORN_SWAPPED = 7;
    static final double BORN_ONE_DIGIT = 6;
    static final double BORN_YEAR_ONLY = 3;
    static final double BORN_SAME_YEAR = 1;
    static final double BORN_ABOUT = 2;
    static final double BORN_DIFFERS = -7;
    static final double SEX = 1;
    static final double SEX_DIFFERS = -3.5;
    static final double POSTCODE = 8;
    static final double POSTCODE_AREA = 2.5;
    static final double POSTCODE_DIFFERS = -1.2;
    static final double PHONE = 9;
    static final double PHONE_DIFFERS = -0.4;
    static final double IDENTIFIER = 22;
    static final double IDENTIFIER_WRONG_FORM = 8;
    static final double IDENTIFIER_DIFFERS = -5;
    static final double IDENTIFIER_DIFFERS_WRONG_FORM = -1;

    private Weights() {}

    static double probability(double evidence) {
        return 1 / (1 + Math.pow(2, -(PRIOR + evidence)));
    }
}
