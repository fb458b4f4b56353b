package lantern.access.agency;

import java.util.stream.Collectors;
import lantern.access.Access;
import lantern.access.Permission;
import lantern.access.Roles;
import lantern.platform.web.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** Everybody may read what the roles are: it says nothing of a child or a person. */
@Controller
@Transactional
class RolesController {
    private final Access access;
    private final Roles roles;

    RolesController(Access access, Roles roles) {
        this.access = access;
        this.roles = roles;
    }

    @GetMapping("/roles")
    ModelAndView roles() {
        var actor = access.actor();
        var rows = roles.all().stream().map(RolesController::row).toList();
        return Pages.page(
                "access/agency/roles",
                new RolesPage(rows, actor.may(Permission.MANAGE_PEOPLE), actor.may(Permission.MANAGE_TOKENS)));
    }

    private static RolesPage.Row row(Roles.Role role) {
        var kinds = role.agencyKinds().size() == Agencies.KINDS.size()
                ? "Any agency"
                : role.agencyKinds().stream()
                        .map(kind -> Agencies.KINDS.getOrDefault(kind, kind))
                        .collect(Collectors.joining(", "));
        return new RolesPage.Row(
                role.title(),
                role.reachInWords(),
                role.inWords(),
                kinds,
                role.reachesAll() ? "Given only when a second person agrees" : "");
    }
}
