package lantern.children.merge;

import java.util.List;
import lantern.children.Follows;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What the register itself holds of a child. */
@Component
@Order(10)
class OwnRoom implements Follows {
    @Override
    public List<Held> held() {
        return List.of(
                Held.of("children.name")
                        .asked("Name", own("name", "concat_ws(' ', given_names, family_name)"))
                        .alike("family_name", "given_names")
                        .changed(),
                Held.of("children.identifier")
                        .asked("Identifier", own("identifier", "replace(kind, '-', ' ') || ' ' || value"))
                        .alike("kind", "value"),
                Held.of("children.address").asked("Address", own("address", "concat_ws(', ', lines, postcode)")),
                Held.of("children.phone").asked("Phone", own("phone", "number")).alike("number"),
                Held.of("children.legal_status")
                        .asked(
                                "Legal status",
                                own("legal_status", "code || ' from ' || to_char(starts_on, 'FMDD FMMonth YYYY')")),
                Held.of("children.placement")
                        .asked(
                                "Placement",
                                own("placement", "name || ' from ' || to_char(starts_on, 'FMDD FMMonth YYYY')")),
                Held.of("children.placement_address").hangsOn("placement_id", "children.placement"),
                Held.of("children.allocation")
                        .asked("Allocation", own("allocation", "'from ' || to_char(starts_at, 'FMDD FMMonth YYYY')"))
                        .changed(),
                Held.of("children.flag").asked("Flag", own("flag", "text")),
                Held.of("children.schooling").asked("School", own("schooling", "name")),
                Held.of("children.disclosure")
                        .asked(
                                "Copy for",
                                own("disclosure", "recipient || ', ' || to_char(prepared_at, 'FMDD FMMonth YYYY')")),
                Held.of("children.disclosure_part").hangsOn("disclosure_id", "children.disclosure"),
                Held.of("children.account")
                        .asked("Account", own("account", "platform || ' ' || handle"))
                        .alike("platform", "handle"),
                Held.of("children.safe_address")
                        .asked(
                                "Safe address",
                                own("safe_address", "'recorded ' || to_char(recorded_at, 'FMDD FMMonth YYYY')")),
                Held.of("children.carer").asked("Carer or relation", own("carer", "replace(relationship, '-', ' ')")),
                Held.of("children.disability")
                        .asked("Disability", own("disability", "code"))
                        .alike("code"),
                Held.of("children.medical_need").asked("Medical need", own("medical_need", "need")),
                Held.of("children.pen_picture")
                        .asked("Pen picture", own("pen_picture", "'of ' || to_char(recorded_at, 'FMDD FMMonth YYYY')")),
                Held.of("children.photograph")
                        .asked(
                                "Photograph",
                                own("photograph", "'taken on ' || to_char(taken_on, 'FMDD FMMonth YYYY')")),
                Held.of("children.reviewing_officer")
                        .asked(
                                "Reviewing officer",
                                own("reviewing_officer", "'from ' || to_char(starts_at, 'FMDD FMMonth YYYY')")),
                Held.of("children.amendment")
                        .hangsOn(
                                "subject_id",
                                "children.name",
                                "children.identifier",
                                "children.address",
                                "children.phone",
                                "children.account",
                                "children.safe_address",
                                "children.carer",
                                "children.disability",
                                "children.medical_need",
                                "children.schooling"),
                Held.of("children.warning"),
                Held.of("children.import_row"),
                Held.of("children.merge"));
    }

    private static String own(String table, String words) {
        return "select id, %s as words from children.%s where authority_id = (select ctx.authority()) and id = any (:ids)"
                .formatted(words, table);
    }
}
