package lantern.demo.invented;

import java.util.List;

/** What children of the demonstration look like, where they go and what they need: of nobody. */
public final class Looks {
    private Looks() {}

    public static final List<String> SCHOOLS = List.of(
            "Harbour Road Primary School",
            "St Brannoc's Primary School",
            "Weir Lane Primary School",
            "Merrow Down Academy",
            "Larkfield School",
            "The Quayside Academy");
    public static final List<String> PLATFORMS = List.of("Snapchat", "Instagram", "TikTok", "Discord", "Roblox");
    public static final List<String> DISABILITIES = List.of("AUT", "LD", "BEH", "HEAR", "MOB", "COMM");
    public static final List<String[]> NEEDS = List.of(
            new String[] {"Asthma", "a blue inhaler, carried", "a severe attack within hours"},
            new String[] {"Type 1 diabetes", "insulin before every meal", "unconscious within a day"},
            new String[] {"Epilepsy", "tablets twice a day", "a fit within a day"},
            new String[] {"Severe nut allergy", "two adrenaline pens", "danger within minutes of contact"});
    public static final List<String> BUILDS = List.of(
            "About 5 ft 2, slim",
            "About 5 ft 6, broad shoulders",
            "Small for the age, under 5 ft",
            "About 5 ft 9, thin");
    public static final List<String> HAIR =
            List.of("Short, dark brown", "Long and fair, usually tied up", "Curly, red", "Black, shaved at the sides");
    public static final List<String> MARKS = List.of(
            "Small scar over the left eyebrow",
            "Glasses with a blue frame",
            "Pierced nose",
            "Birthmark on the right hand");
    public static final List<String> CLOTHING = List.of(
            "Grey hooded top, black leggings, white trainers",
            "Black puffer jacket in all weathers, school trousers",
            "Green rucksack with badges, denim jacket");
    public static final List<String> PLACES = List.of(
            "The bus station and the burger bar opposite; the skate park under the flyover",
            "A friend's flat on the Harbour estate; the arcade on the front",
            "Takes the train to the grandmother's town, two stops on");
    public static final List<String> PEOPLE = List.of(
            "An older friend called Jay, surname not known, who has a dark hatchback",
            "Two girls from the school before; a cousin in the next town",
            "Goes with nobody that anybody knows of");
    public static final List<String> VULNERABILITIES = List.of(
            "Trusts people quickly; has been given a telephone by somebody she would not name",
            "Carries the younger brother's worries; does not eat when upset",
            "Says yes to be liked; cannot swim and goes to the water");
}
