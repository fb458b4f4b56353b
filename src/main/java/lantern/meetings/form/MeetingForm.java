package lantern.meetings.form;

import gg.jte.Content;
import java.util.List;
import lantern.meetings.meeting.Meeting;
import lantern.platform.web.Pages;
import lantern.platform.web.forms.Form;
import lantern.platform.web.forms.FormPage;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.ModelAndView;

/** The page that one of a meeting's forms is on. */
public final class MeetingForm {
    private MeetingForm() {}

    /** @param noun where the form posts, under the meeting's address */
    public static ModelAndView page(
            Meeting meeting,
            String title,
            Form form,
            @Nullable String before,
            List<? extends Content> questions,
            String noun,
            String submit) {
        var path = "/meetings/" + meeting.id();
        return Pages.page(
                "platform/web/form-page",
                new FormPage(
                        title,
                        meeting.inWords(),
                        path,
                        form,
                        before,
                        List.copyOf(questions),
                        path + "/" + noun,
                        submit));
    }
}
