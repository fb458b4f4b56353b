package lantern.access.agreement;

import java.time.Clock;
import java.util.OptionalLong;
import lantern.access.Actor;
import lantern.access.Permission;
import lantern.access.WorkList;
import lantern.calendar.London;
import org.springframework.stereotype.Component;

/** Proposals that wait for somebody else's approval, and agreements whose review is overdue. */
@Component
class AgreementsList implements WorkList {
    private final Agreements agreements;
    private final Clock clock;

    AgreementsList(Agreements agreements, Clock clock) {
        this.agreements = agreements;
        this.clock = clock;
    }

    @Override
    public String title() {
        return "Sharing";
    }

    @Override
    public String purpose() {
        return "What each agency may see of the children's records: approve, change, review and end agreements.";
    }

    @Override
    public String path() {
        return "/agreements";
    }

    @Override
    public Permission permission() {
        return Permission.MANAGE_AGREEMENTS;
    }

    @Override
    public int order() {
        return 80;
    }

    @Override
    public OptionalLong waiting(Actor actor) {
        var today = London.date(clock.instant());
        return OptionalLong.of(agreements.all().stream()
                .filter(each -> each.standing() == Agreement.Standing.PROPOSED
                                && !each.madeBy().equals(actor.id())
                        || each.reviewOverdue(today))
                .count());
    }
}
