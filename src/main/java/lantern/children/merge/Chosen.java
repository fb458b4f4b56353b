package lantern.children.merge;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Of which record each fact stands, where there can be one only. What is not chosen stands as the standing record has it; what that one lacks is taken over. */
public record Chosen(Set<Fact> ofTheMerged) {
    public enum Fact {
        NAME("name", "Name"),
        KNOWN_AS("known-as", "Known as"),
        BORN("born", "Date of birth"),
        SEX("sex", "Sex"),
        ETHNICITY("ethnicity", "Ethnicity"),
        DESCRIPTION("description", "Description"),
        RESPONSIBLE("responsible", "Responsible authority"),
        WORKER("worker", "Allocated worker"),
        LEGAL_STATUS("legal-status", "Legal status in force"),
        PLACEMENT("placement", "Placement in force");

        public final String field;
        public final String title;

        Fact(String field, String title) {
            this.field = field;
            this.title = title;
        }
    }

    public boolean merged(Fact fact) {
        return ofTheMerged.contains(fact);
    }

    /** By the fields of the form, each "standing" or "merged". */
    public static Chosen of(Map<String, String> fields) {
        return new Chosen(Arrays.stream(Fact.values())
                .filter(fact -> "merged".equals(fields.get(fact.field)))
                .collect(Collectors.toUnmodifiableSet()));
    }

    Map<String, String> codes() {
        return ofTheMerged.stream().collect(Collectors.toMap(fact -> fact.field, fact -> "merged"));
    }
}
