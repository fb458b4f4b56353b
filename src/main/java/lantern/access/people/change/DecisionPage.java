package lantern.access.people.change;

import java.util.List;
import java.util.UUID;
import lantern.platform.web.Page;
import lantern.platform.web.forms.Form;

/**
 * One change that was asked for: a second person agrees or refuses, or it is withdrawn.
 *
 * @param gives what the new role lets them do, in words; empty when it is not about a post
 */
public record DecisionPage(
        Form form,
        UUID id,
        UUID person,
        String name,
        String what,
        String reason,
        String asked,
        String gives,
        List<String> may,
        boolean mayDecide,
        boolean mayWithdraw,
        String stands)
        implements Page.WithForm {
    @Override
    public String title() {
        return mayDecide ? "Agree to a change?" : "A change that was asked for";
    }

    @Override
    public String back() {
        return "/people/" + person;
    }
}
