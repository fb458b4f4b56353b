package lantern.timescales.numbers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import lantern.ServerTest;
import lantern.access.Bearer;
import lantern.calendar.London;
import lantern.timescales.Happening;
import lantern.timescales.Reader;
import lantern.timescales.Subject;
import lantern.timescales.Timescale;
import lantern.timescales.Timescales;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Acceptance: 72 hours becomes 48 for one authority from a date, and what has begun keeps its number. */
class ChangeNumberTest extends ServerTest {
    @Autowired
    Timescales timescales;

    @AfterEach
    void realTime() {
        clock.release();
    }

    @Test
    void a_head_of_service_changes_72_hours_to_48_from_a_date_and_old_episodes_keep_theirs() throws Exception {
        var from = London.date(clock.instant()).plusDays(30);
        var head = new Reader(url(""), region.session("larkwater", "head-of-service"));
        assertThat(head.read("/timescales/standards").select("main").text()).contains("Return interview 72 hours");
        var old = returned("larkwater");

        var form = "/timescales/standards/return-interview/numbers/new";
        assertThat(head.read("/timescales/standards/return-interview")
                        .select("a[href=" + form + "]")
                        .text())
                .isEqualTo("Change it for Larkwater from a date");
        var done = head.send(form, typed("48", from, "Decision of the practice board"));
        assertThat(done.select("main").text())
                .contains("48 hours", London.day(from), "Decision of the practice board", "Pat head-of-service");
        assertThat(head.read("/timescales/standards").select("main").text())
                .contains("Return interview 72 hours 48 hours from " + London.day(from));
        assertThat(limit("larkwater", returned("larkwater")))
                .as("before the date")
                .isEqualTo("72 hours");

        clock.freeze(London.startOf(from).plus(Duration.ofHours(9)));
        var fresh = returned("larkwater");
        assertThat(limit("larkwater", fresh)).isEqualTo("48 hours");
        assertThat(one("larkwater", fresh).due()).isEqualTo(clock.instant().plus(Duration.ofHours(48)));
        assertThat(one("larkwater", fresh).source()).startsWith("Set by the authority");
        assertThat(limit("larkwater", old)).as("what had begun").isEqualTo("72 hours");
        assertThat(limit("merrowdale", returned("merrowdale")))
                .as("another authority")
                .isEqualTo("72 hours");

        as("larkwater", () -> timescales.rebase(one("larkwater", old).id(), "Agreed with the provider"));
        assertThat(limit("larkwater", old)).as("re-based by a manager").isEqualTo("48 hours");
    }

    @Test
    void a_standard_that_ships_without_a_limit_is_given_one() throws Exception {
        var from = London.date(clock.instant()).plusDays(30);
        var head = new Reader(url(""), region.session("larkwater", "head-of-service"));
        var typed = new java.util.HashMap<>(typed("3", from, "Local practice"));
        typed.put("unit", "working-days");
        var done = head.send("/timescales/standards/green-support/numbers/new", typed);
        assertThat(done.select("main").text()).contains("3 working days", "no limit");
    }

    @Test
    void what_is_wrong_with_the_form_is_said_at_once_and_what_was_typed_stays() throws Exception {
        var head = new Reader(url(""), region.session("larkwater", "head-of-service"));
        var form = "/timescales/standards/director-notified/numbers/new";
        var page = head.send(form, typed("0", London.date(clock.instant()).minusDays(1), " "));
        assertThat(page.select(".govuk-error-summary").text())
                .contains("The number must be between 1 and 10,000", "The date must be today", "Enter the reason");
        assertThat(page.select("input[name=number]").val()).isEqualTo("0");
        assertThat(head.send(form, Map.of("number", "many"))
                        .select(".govuk-error-summary")
                        .text())
                .contains("Enter the new number in figures", "Enter the date from which it holds");
    }

    @Test
    void a_hub_worker_reads_the_rule_book_and_cannot_change_it() throws Exception {
        var worker = new Reader(url(""), region.session("larkwater", "hub-worker"));
        assertThat(worker.read("/timescales/standards/return-interview")
                        .select("main")
                        .text())
                .contains("72 hours", "DfE, January 2014")
                .doesNotContain("Change for");
        assertThat(worker.get("/timescales/standards/return-interview/numbers/new")
                        .statusCode())
                .isEqualTo(403);
        assertThat(worker.get("/timescales/standards/no-such-standard").statusCode())
                .isEqualTo(404);
    }

    private static Map<String, String> typed(String number, LocalDate from, String reason) {
        return Map.of(
                "number", number,
                "from-day", String.valueOf(from.getDayOfMonth()),
                "from-month", String.valueOf(from.getMonthValue()),
                "from-year", String.valueOf(from.getYear()),
                "reason", reason);
    }

    private Subject returned(String authority) {
        var episode = Subject.episode(UUID.randomUUID());
        as(
                authority,
                () -> timescales.happened(Happening.RETURNED, episode, UUID.randomUUID(), clock.instant(), Set.of()));
        return episode;
    }

    private String limit(String authority, Subject episode) {
        return one(authority, episode).limit();
    }

    private Timescale one(String authority, Subject episode) {
        return java.util.Objects.requireNonNull(Bearer.with(
                region.session(authority, "head-of-service"),
                "test",
                () -> timescales.of(episode).getFirst()));
    }

    private void as(String authority, Runnable work) {
        var done = Bearer.with(region.session(authority, "head-of-service"), "test", () -> {
            work.run();
            return true;
        });
        assertThat(done).isTrue();
    }
}
