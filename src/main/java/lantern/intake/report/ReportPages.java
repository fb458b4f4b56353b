package lantern.intake.report;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lantern.intake.form.RecordPage;
import lantern.platform.web.Page;
import lantern.platform.web.components.SummaryList;
import lantern.platform.web.components.Text;
import lantern.platform.web.forms.Form;

/** The pages of a report without an account. They show what its author typed and nothing that is recorded. */
public final class ReportPages {
    private ReportPages() {}

    /** @param going whether a report that was begun on this device waits to be sent */
    public record Code(Form form, boolean going) implements Page.WithForm {
        @Override
        public String title() {
            return "Report a child who is missing";
        }
    }

    public record Start(String called, String token, boolean going) implements Page {
        @Override
        public String title() {
            return "Report a child who is missing";
        }
    }

    public record Question(Form form, Step step, String kind, boolean change, String back) implements Page.WithForm {
        @Override
        public String title() {
            return step.title;
        }

        public boolean is(String code) {
            return step.code().equals(code);
        }

        public String action() {
            return "/report/questions/" + step.code() + (change ? "?change=true" : "");
        }

        public Map<String, String> checks() {
            return RecordPage.checks();
        }

        public Map<String, String> kinds() {
            var kinds = new LinkedHashMap<String, String>();
            kinds.put("missing", "A child is missing");
            kinds.put("found", "A child who was missing is back, or was found");
            kinds.put("update", "News about a child who is missing");
            kinds.put("concern", "A concern that a child is being exploited");
            kinds.put("education-referral", "A pupil is missing from school, and nobody knows why");
            return kinds;
        }
    }

    public record Check(SummaryList answers, boolean taken) implements Page {
        private static final Map<String, String> WORDS = words();

        @Override
        public String title() {
            return "Check your answers";
        }

        static Check of(Map<String, List<String>> answers) {
            var list = SummaryList.of();
            for (var step : Step.values()) {
                if (!step.asked(answers) || step.fields.isEmpty()) continue;
                var said = step.fields.stream()
                        .map(field -> said(field, answers))
                        .filter(text -> !text.isBlank())
                        .collect(Collectors.joining(", "));
                list = list.row(
                        step.title,
                        Text.of(said.isBlank() ? "Not answered" : said),
                        SummaryList.Action.change(
                                "/report/questions/" + step.code() + "?change=true", ": " + step.title));
            }
            return new Check(list, Step.first(answers, "taken").equals("yes"));
        }

        private static String said(String field, Map<String, List<String>> answers) {
            // The parts of a date stand in one line, with the first of them.
            if (field.endsWith("-month") || field.endsWith("-year")) return "";
            var values = answers.getOrDefault(field, List.of());
            if (field.endsWith("-day")) {
                var of = field.substring(0, field.length() - 4);
                return Arrays.stream(new String[] {"-day", "-month", "-year"})
                        .map(part -> Step.first(answers, of + part))
                        .filter(part -> !part.isBlank())
                        .collect(Collectors.joining(" "));
            }
            return values.stream()
                    .filter(value -> !value.isBlank())
                    .map(value -> WORDS.getOrDefault(field + "=" + value, value))
                    .collect(Collectors.joining(", "));
        }

        private static Map<String, String> words() {
            var words = new LinkedHashMap<String, String>();
            words.put("taken=yes", "Yes");
            words.put("taken=no", "No");
            words.put("kind=missing", "A child is missing");
            words.put("kind=found", "A child who was missing is back, or was found");
            words.put("kind=update", "News about a child who is missing");
            words.put("kind=concern", "A concern that a child is being exploited");
            words.put("sex=female", "Girl");
            words.put("sex=male", "Boy");
            words.put("sex=not-known", "Not known");
            words.put("missingFrom=home", "Home");
            words.put("missingFrom=placement", "The children's home or foster home");
            words.put("missingFrom=school", "School");
            words.put("missingFrom=other", "Somewhere else");
            words.put("outOfCharacter=yes", "This is unusual for them");
            words.put("harm=suffered", "They were harmed");
            words.put("harm=suspected", "They may have been harmed");
            words.put("harm=none-known", "No harm that we know of");
            words.put("wantsFeedback=yes", "You want to know what came of it");
            return Map.copyOf(words);
        }
    }

    /** @param again the address where the same link begins another report */
    public record Sent(String reference, String again) implements Page {
        @Override
        public String title() {
            return "Report sent";
        }
    }
}
