package lantern.children.compare;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import lantern.access.Access;
import lantern.access.Names;
import lantern.access.Permission;
import lantern.audit.Ledger;
import lantern.children.Children;
import lantern.children.merge.MergedRecords;
import lantern.children.merge.MergedRecords.Merge;
import lantern.children.merge.Merges;
import lantern.platform.Refused;
import lantern.platform.web.Pages;
import lantern.platform.web.forms.Form;
import lantern.platform.web.forms.Forms;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A merge that was made, and its undoing. */
@Controller
@Transactional
class MergeController {
    private final Access access;
    private final Children children;
    private final MergedRecords records;
    private final Merges merges;
    private final Names names;
    private final Ledger ledger;
    private final Forms forms;
    private final Clock clock;

    MergeController(
            Access access,
            Children children,
            MergedRecords records,
            Merges merges,
            Names names,
            Ledger ledger,
            Forms forms,
            Clock clock) {
        this.access = access;
        this.children = children;
        this.records = records;
        this.merges = merges;
        this.names = names;
        this.ledger = ledger;
        this.forms = forms;
        this.clock = clock;
    }

    @GetMapping("/children/{id}/merges/{merge}")
    ModelAndView merge(@PathVariable UUID id, @PathVariable UUID merge) {
        var actor = access.require(Permission.READ_CHILD);
        return page(Form.EMPTY, find(id, merge), actor.may(Permission.MERGE_CHILDREN), false);
    }

    @GetMapping("/children/{id}/merges/{merge}/undoing")
    ModelAndView ask(@PathVariable UUID id, @PathVariable UUID merge, HttpServletRequest request) {
        access.require(Permission.MERGE_CHILDREN);
        var it = find(id, merge);
        if (it.undone()) return Pages.seeOther("/children/" + id + "/merges/" + merge);
        return page(forms.load(request), it, true, true);
    }

    @PostMapping("/children/{id}/merges/{merge}/undoing")
    ModelAndView undo(
            @PathVariable UUID id, @PathVariable UUID merge, @RequestParam MultiValueMap<String, String> typed) {
        access.require(Permission.MERGE_CHILDREN);
        var it = find(id, merge);
        if (it.undone()) throw Refused.conflict("Somebody has undone this merge already");
        if (it.mergedLater()) throw new Refused("A later merge was made of this one. Undo that one first");
        var reason = String.join(" ", typed.getOrDefault("reason", List.of())).strip();
        if (reason.length() > 2_000) throw new Refused("The reason must be 2,000 characters or fewer", "reason");
        merges.undo(it, given(typed.getOrDefault("given", List.of())), reason);
        // Whoever works with one of the two only does not see both any more.
        var next = children.find(id).isPresent() ? "/children/" + id : "/children";
        return Pages.done(next, "The merge is undone: they are two records again");
    }

    private static List<UUID> given(List<String> typed) {
        var given = new ArrayList<UUID>();
        for (var each : typed) {
            try {
                given.add(UUID.fromString(each));
            } catch (IllegalArgumentException e) {
                throw new Refused("Choose from the list", "given");
            }
        }
        return given;
    }

    private Merge find(UUID child, UUID merge) {
        if (children.find(child).isEmpty()) throw Refused.notFound();
        return records.find(merge)
                .filter(each -> each.child().equals(child) || each.merged().equals(child))
                .orElseThrow(Refused::notFound);
    }

    private ModelAndView page(Form form, Merge merge, boolean mayUndo, boolean undoing) {
        ledger.look(merge.child(), "identity");
        var child = children.find(merge.child()).orElseThrow(Refused::notFound);
        var people = names.of(Arrays.asList(merge.mergedBy(), merge.undoneBy()));
        return Pages.page(
                "children/compare/merge",
                new MergePage(
                        form,
                        merge,
                        child.reference(),
                        records.rows(merge.id()),
                        undoing && !merge.mergedLater() ? records.added(merge.id()) : List.of(),
                        people,
                        mayUndo,
                        undoing,
                        clock.instant()));
    }
}
