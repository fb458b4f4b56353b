package lantern.timescales.webhook;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lantern.calendar.London;
import lantern.platform.web.Page;
import lantern.platform.web.forms.Form;
import lantern.timescales.Happening;

/** Which systems are told what, and what became of each message. */
public final class WebhookPages {
    private WebhookPages() {}

    public record Row(UUID id, String url, String agency, int events, boolean ended) {}

    public record All(List<Row> rows) implements Page {
        @Override
        public String title() {
            return "Systems that are told what happens";
        }

        @Override
        public boolean wide() {
            return true;
        }
    }

    public record New(Form form) implements Page.WithForm {
        @Override
        public String title() {
            return "Register a webhook";
        }

        @Override
        public String back() {
            return "/webhooks";
        }

        public Map<String, String> events() {
            var events = new LinkedHashMap<String, String>();
            Happening.EVENTS.forEach((code, words) -> events.put(code, WebhookPages.words(words)));
            return events;
        }
    }

    /** @param state what became of it, in words */
    public record Sent(UUID id, String event, String at, String state, String colour, String result) {
        static Sent of(Webhooks.Delivery it, Instant now) {
            var next = it.next();
            var delivered = it.delivered() != null && next == null;
            return new Sent(
                    it.id(),
                    it.event(),
                    London.when(it.at(), now),
                    delivered ? "Taken" : next == null ? "Given up" : it.tries() == 0 ? "Waits" : "Tried again",
                    delivered ? "green" : next == null ? "red" : "blue",
                    (it.result() == null ? "Not sent yet" : it.result())
                            + (it.tries() == 0 ? "" : it.tries() == 1 ? ", 1 try" : ", " + it.tries() + " tries")
                            + (next == null || it.tries() == 0 ? "" : ", next " + London.when(next, now)));
        }
    }

    public record One(
            UUID id, String url, String agency, List<String> events, boolean ended, String secret, List<Sent> sent)
            implements Page {
        @Override
        public String title() {
            return "Webhook";
        }

        @Override
        public String back() {
            return "/webhooks";
        }

        @Override
        public boolean wide() {
            return true;
        }
    }

    static String words(String event) {
        return Character.toUpperCase(event.charAt(0)) + event.substring(1);
    }
}
