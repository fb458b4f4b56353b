package lantern.children.search;

import lantern.access.Access;
import lantern.access.Actor;
import lantern.access.Permission;
import lantern.platform.web.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
@Transactional
class SearchController {
    private final Access access;
    private final Search search;

    SearchController(Access access, Search search) {
        this.access = access;
        this.search = search;
    }

    @GetMapping("/children")
    ModelAndView children(@RequestParam(defaultValue = "") String q) {
        var actor = access.require(Permission.READ_CHILD);
        var text = SearchText.of(q, null, null);
        var found = search.find(text);
        var mayAdd = actor.may(Permission.WRITE_CHILD) && actor.reach() == Actor.Reach.AUTHORITY;
        return Pages.page(
                "children/search/page",
                new SearchPage(
                        q,
                        !text.isEmpty(),
                        found.children(),
                        found.hidden(),
                        found.referred().stream()
                                .map(each -> new SearchPage.Referred(
                                        each.child().id(), each.child().name(), each.words(), each.link()))
                                .toList(),
                        mayAdd,
                        actor.kind() == Actor.Kind.PERSON));
    }
}
