package lantern.meetings.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import lantern.calendar.London;
import lantern.meetings.About;
import lantern.meetings.Actions;
import lantern.missing.Story;
import lantern.oversight.Desk;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ActionNoticesTest extends Story {
    private static final String LEADS = "exploitation-coordinator";

    @Autowired
    private Actions actions;

    @Autowired
    private ActionNotices notices;

    @Test
    void whoever_is_given_an_action_is_told_once_and_again_when_it_is_changed() {
        var child = aChild();
        allocated(child);
        var worker = region.person("merrowdale", "social-worker");
        var action = given(child, worker, "merrowdale/children");
        notices.run();
        notices.run();
        assertThat(told(action)).containsExactly("social-worker " + worker);
        assertThat(titles(action))
                .allSatisfy(
                        each -> assertThat(each).contains("something to do").doesNotContain("Robin", "Thistlewood"));
        assertThat(read("social-worker")).contains("/meetings/actions/" + action);
        does(
                LEADS,
                () -> actions.change(action, task("See the child on Friday", worker, "merrowdale/children"), "Sooner"));
        notices.run();
        assertThat(told(action)).hasSize(2);
        assertThat(titles(action)).anySatisfy(each -> assertThat(each).contains("was changed"));
    }

    @Test
    void an_agency_s_action_is_told_to_its_people_and_one_s_own_to_nobody() {
        var child = aChild();
        var health = given(child, null, "merrowdale/health");
        var own = given(child, region.person("merrowdale", LEADS), "merrowdale/children");
        var done = given(child, region.person("merrowdale", "team-manager"), "merrowdale/children");
        does(LEADS, () -> actions.done(done, "Done at once"));
        notices.run();
        assertThat(told(health)).containsExactly("designated-lead null");
        assertThat(told(own)).isEmpty();
        assertThat(told(done)).isEmpty();
        assertThat(read("designated-lead")).contains("/meetings/actions/" + health);
    }

    private UUID given(UUID child, @org.jspecify.annotations.Nullable UUID person, String agency) {
        return as(LEADS, () -> actions.add(About.child(child), null, task("See the child", person, agency)));
    }

    private Actions.Task task(String words, @org.jspecify.annotations.Nullable UUID person, String agency) {
        return new Actions.Task(
                words,
                person,
                null,
                region.agency(agency),
                London.date(clock.instant()).plusDays(3));
    }

    private List<String> told(UUID action) {
        return rows(action, "to_role || ' ' || coalesce(to_person::text, 'null')");
    }

    private List<String> titles(UUID action) {
        return rows(action, "title");
    }

    private List<String> rows(UUID action, String what) {
        return database.owner()
                .sql("select " + what + " from timescales.notice where subject_id = :id order by sent_at")
                .param("id", action)
                .query((row, n) -> row.getString(1))
                .list();
    }

    private String read(String role) {
        return new Desk(this::url, region.session("merrowdale", role)).page("/notices");
    }
}
