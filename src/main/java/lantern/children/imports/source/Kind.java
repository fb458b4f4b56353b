package lantern.children.imports.source;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import lantern.children.imports.file.Column;
import lantern.platform.Refused;

/** The kinds of files, each with its columns: what the template shows, the guide says and an import reads. */
public enum Kind {
    CHILDREN(
            "the children themselves, first of all",
            new Column(
                    "reference",
                    true,
                    "SYS-0001",
                    "the child's number in the system the file is from; it stays with the child"),
            new Column("family_name", true, "Murphy", "the family name"),
            new Column("given_names", false, "Siobhan Anne", "the given names"),
            new Column("known_as", false, "Shiv", "what the child is called, a given name or a whole name"),
            new Column("date_of_birth", false, "2011-04-09", "2011-04-09 or 09/04/2011"),
            new Column("birth_approximate", false, "no", "yes when the day is a guess"),
            new Column("sex", false, "female", "female, male or not-known"),
            new Column("ethnicity", false, "WIRI", "the national return's code"),
            new Column("upn", false, "", "unique pupil number; a wrong check letter is kept and marked"),
            new Column("nhs_number", false, "9434765919", "NHS number; a wrong check digit is kept and marked"),
            new Column("police_nominal", false, "", "police nominal reference"),
            new Column("looked_after_id", false, "", "the child's id in the return of looked after children"),
            new Column("address", false, "1 Mill Lane, Merrow", "the home address without its postcode"),
            new Column("postcode", false, "MW1 2AB", "the postcode of the home address"),
            new Column("phone", false, "07700 900123", "a phone of the child"),
            new Column("description", false, "", "what the child looks like"),
            new Column(
                    "same_as",
                    false,
                    "",
                    "who it is when the import asks: the reference of a child of the register (C-1000001), or new")),
    ADDRESSES(
            "addresses of children",
            reference(),
            child(),
            new Column("kind", true, "home", "home or other; a former home is a home with a last day"),
            new Column("lines", false, "1 Mill Lane, Merrow", "the address without its postcode; this or the postcode"),
            new Column("postcode", false, "MW1 2AB", "the postcode; this or the lines"),
            new Column("starts_on", false, "2019-09-01", "the first day there"),
            new Column("ends_on", false, "", "the last day there; empty while it lasts")),
    PLACEMENTS(
            "placements of looked after children",
            reference(),
            child(),
            new Column("type", true, "U6", "the national return's code of the placement"),
            new Column("provider", false, "PR1", "the national return's code of the provider"),
            new Column("name", true, "Alder House", "the home or the carer"),
            new Column("host_authority", false, "", "the authority it is in, when that is another"),
            new Column("lines", false, "", "the address of the placement, read by few"),
            new Column("postcode", false, "", "its postcode, read by few"),
            new Column("starts_on", true, "2024-04-02", "the first day"),
            new Column("ends_on", false, "", "the last day; empty while it lasts")),
    LEGAL_STATUSES(
            "legal statuses of looked after children",
            reference(),
            child(),
            new Column("code", true, "C2", "the national return's code"),
            new Column("starts_on", true, "2024-04-02", "the first day"),
            new Column("ends_on", false, "", "the last day; empty while it is in force")),
    SCHOOLS(
            "the schools children go to and went to",
            reference(),
            child(),
            new Column("name", true, "Merrow High School", "the school's name"),
            new Column("urn", false, "123456", "the school's unique reference number, six digits"),
            new Column("starts_on", false, "2022-09-05", "the first day there"),
            new Column("ends_on", false, "", "the last day there; empty while it lasts")),
    WORKERS(
            "the allocated worker of each child",
            reference(),
            child(),
            new Column("worker", true, "pat@merrowdale.example", "the e-mail address the worker signs in with")),
    SSDA903(
            "the national return of looked after children: a folder with header.csv, episodes.csv and missing.csv, or one of them");

    private final String words;
    private final List<Column> columns;

    Kind(String words, Column... columns) {
        this.words = words;
        this.columns = List.of(columns);
    }

    private static Column reference() {
        return new Column("reference", true, "SYS-A-0001", "this row's number in the system the file is from");
    }

    private static Column child() {
        return new Column(
                "child", true, "SYS-0001", "the reference the child was imported with, or the child's own (C-1000001)");
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String words() {
        return words;
    }

    public List<Column> columns() {
        return columns;
    }

    public static Kind of(String code) {
        return Arrays.stream(values())
                .filter(kind -> kind.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new Refused("There is no kind of file \"" + code + "\"; there are "
                        + Arrays.stream(values()).map(Kind::code).collect(Collectors.joining(", "))));
    }

    /** The header and an example row, to begin a file with. */
    public String template() {
        return line(columns.stream().map(Column::name).toList()) + "\n"
                + line(columns.stream().map(Column::example).toList()) + "\n";
    }

    private static String line(List<String> cells) {
        return cells.stream()
                .map(cell -> cell.contains(",") ? "\"" + cell + "\"" : cell)
                .collect(Collectors.joining(","));
    }
}
