package lantern.missing.form;

import gg.jte.Content;
import java.util.List;
import java.util.UUID;
import lantern.audit.Ledger;
import lantern.calendar.London;
import lantern.missing.record.EpisodeQueries;
import lantern.platform.web.Pages;
import lantern.platform.web.forms.Form;
import lantern.platform.web.forms.FormPage;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The page that one of an episode's forms is on; showing it is a look at the child. */
@Component
public class EpisodeForms {
    private final EpisodeQueries queries;
    private final Ledger ledger;

    EpisodeForms(EpisodeQueries queries, Ledger ledger) {
        this.queries = queries;
        this.ledger = ledger;
    }

    /** @param noun where the form posts: under the episode's address, or an address of its own */
    public ModelAndView page(
            UUID episode,
            String title,
            @Nullable String before,
            Form form,
            List<? extends Content> questions,
            String noun,
            String submit) {
        var about = queries.episode(episode);
        ledger.look(about.child(), "identity", "episode");
        var path = "/missing/episodes/" + episode;
        return Pages.page(
                "platform/web/form-page",
                new FormPage(
                        title,
                        about.childName() + ", missing since " + London.dateTime(about.missingSince()),
                        path,
                        form,
                        before,
                        List.copyOf(questions),
                        noun.startsWith("/") ? noun : path + "/" + noun,
                        submit));
    }
}
