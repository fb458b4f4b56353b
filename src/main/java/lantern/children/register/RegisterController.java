package lantern.children.register;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Map;
import lantern.access.Access;
import lantern.access.Actor;
import lantern.access.Permission;
import lantern.calendar.London;
import lantern.children.Children;
import lantern.children.Matcher;
import lantern.platform.Refused;
import lantern.platform.web.Pages;
import lantern.platform.web.forms.Forms;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
@Transactional
class RegisterController {
    private static final double LIKELY = 0.8;

    private final Access access;
    private final Children children;
    private final Matcher matcher;
    private final Forms forms;
    private final Clock clock;

    RegisterController(Access access, Children children, Matcher matcher, Forms forms, Clock clock) {
        this.access = access;
        this.children = children;
        this.matcher = matcher;
        this.forms = forms;
        this.clock = clock;
    }

    @GetMapping("/children/new")
    ModelAndView ask(HttpServletRequest request) {
        seesTheWholeAuthority(access.require(Permission.WRITE_CHILD));
        return Pages.page(
                "children/register/page", new AddChildPage(forms.load(request).or(Map.of("sex", "not-known"))));
    }

    @PostMapping("/children")
    ModelAndView add(@RequestParam Map<String, String> typed) {
        var actor = access.require(Permission.WRITE_CHILD);
        seesTheWholeAuthority(actor);
        var form = AddChild.read(typed, London.date(clock.instant()));
        if (!form.searched()) {
            var known = matcher.candidates(form.wanted(), 1);
            if (!known.isEmpty() && known.getFirst().probability() >= LIKELY)
                throw new Refused(
                        "A record that may be this child is on the register already. Search for it first, or tick that this is another child",
                        "searched");
        }
        var id = children.register(form.child(), actor.id(), clock.instant());
        return Pages.done("/children/" + id, "The child was added to the register");
    }

    // A child whom the adder could not see from then on would be lost to them; the hub adds children.
    private static void seesTheWholeAuthority(Actor actor) {
        if (actor.reach() != Actor.Reach.AUTHORITY)
            throw Refused.notAllowed("Children are added by the hub. Send the hub a notification about the child.");
    }
}
