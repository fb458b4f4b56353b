package lantern.meetings.action;

import gg.jte.Content;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import lantern.calendar.London;
import lantern.meetings.Actions;
import lantern.meetings.form.Offered;
import lantern.platform.web.components.DateInput;
import lantern.platform.web.components.Input;
import lantern.platform.web.components.Select;
import lantern.platform.web.components.Textarea;
import lantern.platform.web.forms.Form;
import lantern.platform.web.forms.Typed;
import org.springframework.stereotype.Component;

/** What is asked about an action: what, who, by when. */
@Component
class ActionForm {
    private final Offered offered;

    ActionForm(Offered offered) {
        this.offered = offered;
    }

    List<Content> questions(Form form) {
        return List.of(
                Textarea.of("words", "What is to be done?").rows(3).from(form),
                Select.of("person", "Who does it?")
                        .choose("Somebody who is not in this list")
                        .items(offered.peopleNames())
                        .from(form),
                Select.of("agency", "Which agency, if they are not in the list above?")
                        .choose("The agency of the person chosen above")
                        .items(offered.agencyNames())
                        .from(form),
                Input.of("name", "Their name or post (optional)").from(form),
                DateInput.of("due", "By when? (optional)").from(form));
    }

    static Map<String, String> known(Actions.Task task) {
        var known = new LinkedHashMap<String, String>();
        known.put("words", task.words());
        if (task.person() != null) known.put("person", task.person().toString());
        known.put("agency", task.agency().toString());
        known.put("name", Objects.requireNonNullElse(task.name(), ""));
        var due = task.due();
        if (due != null) {
            known.put("due-day", Integer.toString(due.getDayOfMonth()));
            known.put("due-month", Integer.toString(due.getMonthValue()));
            known.put("due-year", Integer.toString(due.getYear()));
        }
        return known;
    }

    /** What was typed; whatever is wrong is added to {@code typed}, which the caller checks. */
    Actions.Task task(Typed typed, Instant now) {
        var words = typed.words("words", "Say what is to be done");
        if (words.length() > 2000) typed.wrong("words", "Use at most 2,000 characters");
        var person = offered.people().stream()
                .filter(each -> each.id().toString().equals(typed.optional("person")))
                .findFirst();
        var agency = offered.agencies().stream()
                .filter(each -> each.id().toString().equals(typed.optional("agency")))
                .map(Offered.Agency::id)
                .findFirst();
        if (person.isEmpty() && agency.isEmpty()) typed.wrong("person", "Say who does it, or which agency");
        var name = typed.optional("name");
        if (name != null && name.length() > 200) typed.wrong("name", "Use at most 200 characters");
        var due =
                typed.date("due", "by which it is to be done", London.date(now).minusMonths(1), false);
        return new Actions.Task(
                words,
                person.map(Offered.Person::id).orElse(null),
                person.isPresent() ? null : name,
                person.map(Offered.Person::agency).or(() -> agency).orElseGet(() -> new UUID(0, 0)),
                due);
    }
}
