package lantern.access.agreement;

import java.time.Instant;
import java.util.List;
import lantern.access.Names;
import lantern.calendar.London;
import lantern.platform.web.Page;
import lantern.platform.web.forms.Form;
import org.jspecify.annotations.Nullable;

/**
 * One version of an agreement, what it shares in words, and all versions there were.
 *
 * @param mine the reader made the proposal, so somebody else approves it
 * @param ending the reader is about to end it
 */
public record AgreementPage(
        Form form,
        Agreement agreement,
        List<Agreement.Line> lines,
        List<Agreement> versions,
        Names.Called called,
        boolean mine,
        boolean ending,
        Instant now)
        implements Page.WithForm {
    @Override
    public String title() {
        return ending ? "End this sharing agreement" : agreement.title();
    }

    @Override
    public String back() {
        return ending ? "/agreements/" + agreement.id() : "/agreements";
    }

    public String until() {
        var ends = agreement.endsOn();
        return "From " + London.day(agreement.startsOn())
                + (ends == null ? ", no end set" : " until " + London.day(ends));
    }

    public String made() {
        return said("Version " + agreement.version() + " proposed", agreement.madeBy(), agreement.madeAt());
    }

    /** What happened to the versions, newest first. */
    public List<String> history() {
        return versions.stream()
                .flatMap(each -> {
                    var steps = new java.util.ArrayList<String>();
                    var which = "Version " + each.version();
                    if (each.endedAt() != null)
                        steps.add(said(
                                        which + (each.standing() == Agreement.Standing.REFUSED ? " refused" : " ended"),
                                        each.endedBy(),
                                        each.endedAt())
                                + ": " + each.endedBecause());
                    if (each.approvedAt() != null)
                        steps.add(said(which + " approved", each.approvedBy(), each.approvedAt()));
                    steps.add(said(which + " proposed", each.madeBy(), each.madeAt()));
                    return steps.stream();
                })
                .toList();
    }

    private String said(String what, java.util.@Nullable UUID by, Instant at) {
        var name = called.name(by);
        return what + " on " + London.when(at, now) + (name == null ? "" : " by " + name);
    }
}
