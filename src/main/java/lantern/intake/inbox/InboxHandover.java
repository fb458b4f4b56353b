package lantern.intake.inbox;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import lantern.access.Actor;
import lantern.access.Permission;
import lantern.audit.Ledger;
import lantern.timescales.HandoverPart;
import org.springframework.stereotype.Component;

/** The notifications that wait, on the handover sheet of those who have the inbox: the first page of them. */
@Component
class InboxHandover implements HandoverPart {
    private final InboxQueries inbox;
    private final Ledger ledger;

    InboxHandover(InboxQueries inbox, Ledger ledger) {
        this.inbox = inbox;
        this.ledger = ledger;
    }

    @Override
    public String title() {
        return "Notifications that wait";
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public List<Item> items(Actor reader, Instant now) {
        if (!reader.may(Permission.READ_INBOX)) return List.of();
        var rows = inbox.rows(reader, null, 1);
        var children = rows.stream()
                .map(InboxPage.Row::child)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        if (!children.isEmpty()) ledger.looked(children, "handover");
        return rows.stream()
                .map(row -> new Item(
                        NotificationPage.kindWords(row.kind()) + ": " + row.name(),
                        "/inbox/" + row.id(),
                        row.waits().words + " · received " + row.received(),
                        row.parkedBecause()))
                .toList();
    }
}
