package lantern.children.linkage.file;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a column of a file may hold, by the name it has in map.yaml, and the names such columns usually have. */
public enum Role {
    ID("(unique|record|rec|row|person|voter|client|patient)?_?(id|key|nr|no|number)"),
    GIVEN_NAMES("(first|given|fore|f|christian|child_?first|child_?fore)_?names?(_c1)?|first|given|forenames?|prenom"),
    MIDDLE_NAMES("(middle|midl|mid|second|m)_?(names?|initials?)|middle|fname_c2|(first|given)_?name_?2"),
    FAMILY_NAME("(last|family|sur|s|l|child_?last|child_?sur)_?names?(_c1)?|last|surname|family"),
    FULL_NAME("(full|whole|complete|person|child)?_?names?|fullname"),
    DATE_OF_BIRTH("dob|(date_?of_?)?birth_?(date|dt)?|date_?of_?birth|d_?o_?b|birthday|born|date_of_birth_.*|dob_.*"),
    BIRTH_YEAR("birth_?year|year_?of_?birth|yob|by|dob_?y(ear)?"),
    BIRTH_MONTH("birth_?month|month_?of_?birth|mob|bm|dob_?m(onth)?"),
    BIRTH_DAY("birth_?day|day_?of_?birth|bd|dob_?d(ay)?"),
    AGE("age(_.*)?"),
    SEX("sex|gender|sex_code|gender_code"),
    POSTCODE("post_?(al)?_?codes?.*|zip.*|pcode|.*_(postcode|zip)"),
    ADDRESS(
            "addr.*|street.*|(house|building|flat|unit|house_?number|street_?number|road).*|(home_|res_|residential_)?(address|street).*"),
    TOWN("(res_?)?(city|town|suburb|locality|village|place|municipality)(_?(name|desc))?|(home|res)_(city|town)"),
    REGION("state(_?(cd|code|name))?|county(_.*)?|region|province|district|area"),
    PHONE("(full_)?(tele)?phone.*|tel|mobile.*|cell.*|.*_phone"),
    EMAIL("e_?mail.*|mail|.*_email"),
    IDENTIFIER(
            "soc_?sec.*|ssn|social_?security.*|nhs.*|upn|uln|nino|ni_?number|passport.*|licen[cs]e.*|national_?id.*|tax.*"),
    OTHER(
            "birth_?place|place_?of_?birth|pob|occupation|job|profession|ethnicity|ethnic.*|race.*|nationality|country.*|religion|employer|company|school.*|language|title|marital.*");

    private final Pattern usual;

    Role(String usual) {
        this.usual = Pattern.compile(usual);
    }

    String inFile() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Role> named(String name) {
        return Arrays.stream(values())
                .filter(role -> role.inFile()
                        .equals(name.strip().toLowerCase(Locale.ROOT).replace('-', '_')))
                .findFirst();
    }

    /** By what a column is called; the first role that fits. */
    static Optional<Role> guess(String column) {
        var name = column.strip()
                .replaceAll("([a-z])([A-Z])", "$1_$2")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "_")
                .replaceAll("^_|_$", "");
        return Arrays.stream(values())
                .filter(role -> role.usual.matcher(name).matches())
                .findFirst();
    }
}
