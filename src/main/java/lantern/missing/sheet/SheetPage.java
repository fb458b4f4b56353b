package lantern.missing.sheet;

import java.util.List;
import java.util.Map;
import lantern.missing.interview.InterviewView;
import lantern.platform.web.Page;
import lantern.platform.web.components.SummaryList;
import lantern.platform.web.forms.Form;

/**
 * The form on which the interview is written.
 *
 * @param revision the saving that this writer began from
 * @param behind somebody saved it since
 */
public record SheetPage(
        Form form, InterviewView it, List<Questions.Part> shownParts, int revision, String saved, boolean behind)
        implements Page.WithForm {
    @Override
    public String title() {
        return "Write the return interview";
    }

    @Override
    public String back() {
        return "/missing/interviews/" + it.id();
    }

    public String action() {
        return back() + "/record";
    }

    public List<Part> parts() {
        return shownParts.stream().map(Part::new).toList();
    }

    /** A part of the form under its heading. */
    public record Part(Questions.Part part) {
        public String id() {
            return part.id();
        }

        public String heading() {
            return part.heading();
        }

        public List<gg.jte.Content> questions() {
            return part.questions();
        }
    }

    /** What became of the interview is recorded; what its reader had typed and not saved is still theirs to copy. */
    public record Over(InterviewView it, Map<String, List<String>> typed) implements Page {
        @Override
        public String title() {
            return "This interview is finished";
        }

        @Override
        public String back() {
            return "/missing/interviews/" + it.id();
        }

        public SummaryList left() {
            var list = SummaryList.of();
            for (var each : typed.entrySet()) {
                var words = Questions.inWords(each.getKey(), each.getValue()).strip();
                if (!words.isEmpty()) list = list.row(each.getKey().replace('-', ' '), words);
            }
            return list;
        }
    }
}
