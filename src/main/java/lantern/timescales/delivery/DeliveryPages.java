package lantern.timescales.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import lantern.calendar.London;
import lantern.platform.web.Page;
import lantern.platform.web.forms.Form;

/** When somebody gets e-mail, and who gets their notices while they are away. */
public final class DeliveryPages {
    private DeliveryPages() {}

    /** @param mine false when the reader covers for somebody */
    public record Cover(java.util.UUID id, boolean mine, String with, Instant from, Instant until) {}

    public record Settings(Form form, List<Cover> covers, boolean mailIsSet, Instant now) implements Page.WithForm {
        @Override
        public String title() {
            return "How notices reach you";
        }

        @Override
        public String back() {
            return "/notices";
        }

        public String days(Cover cover) {
            return London.dateTime(cover.from()) + " to " + London.dateTime(cover.until());
        }
    }

    public record NewCover(Form form, Map<String, String> deputies) implements Page.WithForm {
        @Override
        public String title() {
            return "While you are away";
        }

        @Override
        public String back() {
            return "/notices/settings";
        }
    }
}
