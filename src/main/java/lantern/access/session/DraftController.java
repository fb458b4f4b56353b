package lantern.access.session;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import lantern.access.Access;
import lantern.platform.web.forms.Forms;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;

/** What is being typed, saved as it is typed. */
@Controller
@Transactional
class DraftController {
    private final Access access;
    private final Forms forms;

    DraftController(Access access, Forms forms) {
        this.access = access;
        this.forms = forms;
    }

    @PostMapping("/drafts")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void keep(HttpServletRequest request) {
        access.actor();
        forms.keep(request, List.of());
    }
}
