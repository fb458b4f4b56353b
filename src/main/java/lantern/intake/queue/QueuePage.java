package lantern.intake.queue;

import java.util.ArrayList;
import java.util.List;
import lantern.calendar.London;
import lantern.children.Candidate;
import lantern.intake.inbox.NotificationPage;
import lantern.intake.triage.Rating;
import lantern.platform.web.Page;
import lantern.platform.web.components.Choice;
import lantern.platform.web.components.Radios;
import lantern.platform.web.forms.Form;

/** One notification of the queue with everything that is decided about it. Keys are named on the page and can be turned off (WCAG 2.1.4). */
public record QueuePage(NotificationPage it, long waiting) implements Page.WithForm {
    public record Empty() implements Page {
        @Override
        public String title() {
            return "Nothing waits";
        }

        @Override
        public String back() {
            return "/inbox";
        }
    }

    @Override
    public Form form() {
        return it.form();
    }

    @Override
    public String title() {
        return it.title();
    }

    @Override
    public String back() {
        return "/inbox";
    }

    @Override
    public boolean wide() {
        return true;
    }

    /** Still to be decided here. */
    public boolean open() {
        return List.of("received", "parked", "linked").contains(it.state());
    }

    public boolean asksWho() {
        return !it.linked();
    }

    public boolean absent() {
        return it.kind().equals("absent");
    }

    public Radios who() {
        var choices = new ArrayList<@org.jspecify.annotations.Nullable Choice>();
        for (var candidate : it.candidates())
            choices.add(Choice.of(candidate.child().toString(), (choices.size() + 1) + ". " + words(candidate))
                    .hint(NotificationPage.percent(candidate) + " likely. " + NotificationPage.working(candidate)));
        if (it.mayAdd()) {
            if (!choices.isEmpty()) choices.add(Choice.divider("or"));
            choices.add(Choice.of("new", "N. Nobody on the register: add as a new child")
                    .hint("As the message names them. Mend it later on the child's page")
                    .identified("who-new", null, null));
        }
        return Radios.of("who", "Who is this?").small().items(choices);
    }

    private static String words(Candidate candidate) {
        return candidate.name() + " (" + candidate.reference() + ")"
                + (candidate.dateOfBirth() == null ? "" : ", born " + London.day(candidate.dateOfBirth()))
                + (candidate.open() ? ", open" : ", closed")
                + (candidate.lookedAfter() ? ", looked after" : "")
                + (candidate.workerName() == null ? "" : ", allocated to " + candidate.workerName());
    }

    public Radios decision() {
        var choices = new ArrayList<@org.jspecify.annotations.Nullable Choice>();
        if (!absent())
            for (var rating : List.of(Rating.RED, Rating.AMBER, Rating.GREEN))
                choices.add(Choice.of(rating.code(), rating.words.charAt(0) + ". " + rating.words)
                        .hint(rating.asksFor)
                        .identified(rating == Rating.RED ? null : "decision-" + rating.code(), null, null));
        choices.add(Choice.of("no-action", "X. No further action")
                .hint(Rating.NO_ACTION.asksFor)
                .identified(absent() ? null : "decision-no-action", null, null));
        if (asksWho())
            choices.add(Choice.of("park", "P. Park it")
                    .hint("Say what it waits for")
                    .identified("decision-park", null, null));
        return Radios.of("decision", "What is to be done?").small().items(choices);
    }

    /** Key, the id of what it chooses, and where the typing goes on: for the page's script. */
    public String keys() {
        var keys = new StringBuilder();
        for (var i = 1; i <= it.candidates().size() && i <= 9; i++)
            keys.append(i).append('=').append(i == 1 ? "who" : "who-" + i).append(' ');
        if (asksWho() && it.mayAdd()) keys.append(it.candidates().isEmpty() ? "n=who-new " : "n=who-new ");
        if (!absent())
            keys.append(
                    "r=decision>reason a=decision-amber>reason g=decision-green>reason x=decision-no-action>reason ");
        else keys.append("x=decision>reason ");
        if (asksWho()) keys.append("p=decision-park>reason ");
        return keys.append("f=feedback s=skip o=whole").toString();
    }
}
