package lantern.missing.meeting;

import java.util.UUID;
import lantern.access.Access;
import lantern.access.Permission;
import lantern.meetings.MeetingKind;
import lantern.platform.Refused;
import lantern.platform.web.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** From an episode, or from a clock that knows no more than the episode, to the form on which a meeting about it is planned. */
@Controller
@Transactional
class CallController {
    private final JdbcClient db;
    private final Access access;

    CallController(JdbcClient db, Access access) {
        this.db = db;
        this.access = access;
    }

    private record About(
            UUID id, UUID child, String stage, @Nullable UUID mergedInto) {}

    @GetMapping("/missing/episodes/{id}/meetings/new")
    ModelAndView plan(@PathVariable UUID id, @RequestParam(defaultValue = "strategy") String kind) {
        access.require(Permission.HOLD_MEETINGS);
        var wanted = MeetingKind.of(kind);
        var about = find(id);
        while (about.mergedInto != null) about = find(about.mergedInto);
        if (about.stage.equals("void"))
            throw new Refused("This episode was recorded in error: plan the meeting on the child's page");
        return Pages.seeOther(
                "/meetings/new?child=" + about.child + "&about=episode&subject=" + about.id + "&kind=" + wanted.code);
    }

    private About find(UUID id) {
        return db.sql(
                        "select id, child_id, stage, merged_into from missing.episode where authority_id = :authority and id = :id")
                .param("authority", access.actor().authority())
                .param("id", id)
                .query((row, n) -> new About(
                        row.getObject("id", UUID.class),
                        row.getObject("child_id", UUID.class),
                        row.getString("stage"),
                        row.getObject("merged_into", UUID.class)))
                .optional()
                .orElseThrow(Refused::notFound);
    }
}
