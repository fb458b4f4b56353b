package lantern.platform.web.forms;

import gg.jte.Content;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import lantern.calendar.London;
import lantern.platform.web.components.DateInput;
import lantern.platform.web.components.Input;

/** Asks for a date and a time of day. Shows the present moment unless something was typed. */
public final class MomentInput {
    private MomentInput() {}

    public static List<Content> of(String name, String legend, String timeLabel, Form form) {
        var date = DateInput.of(name, legend).from(form).id(name);
        var time = Input.of(name + "-time", timeLabel)
                .from(form)
                .width(5)
                .hint(
                        "For example, 14:05. In the hour that comes twice when the clocks go back, add GMT for the second time.");
        return List.of(date, time);
    }

    /** What a form shows before anything was typed: now. */
    public static Map<String, String> known(String name, Instant at) {
        var day = London.date(at);
        return Map.of(
                name + "-day", Integer.toString(day.getDayOfMonth()),
                name + "-month", Integer.toString(day.getMonthValue()),
                name + "-year", Integer.toString(day.getYear()),
                name + "-time", London.time(at));
    }
}
