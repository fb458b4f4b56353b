package lantern.oversight.reading;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import lantern.access.Access;
import lantern.access.Permission;
import lantern.oversight.pages.Parts;
import lantern.oversight.pages.ReadPage;
import lantern.oversight.pages.ReadPage.Part;
import lantern.oversight.pages.UploadPage;
import lantern.oversight.paper.Papers;
import lantern.oversight.rules.PaperRules;
import lantern.platform.Refused;
import lantern.platform.web.Pages;
import lantern.platform.web.components.FileUpload;
import lantern.platform.web.components.Link;
import lantern.platform.web.forms.Forms;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The checks over a file that somebody has; nothing of it is kept. */
@Controller
@Transactional
class PaperFileController {
    private static final String AT = "/oversight/paper-check/file";

    private final Access access;
    private final Forms forms;

    PaperFileController(Access access, Forms forms) {
        this.access = access;
        this.forms = forms;
    }

    @GetMapping(AT)
    ModelAndView ask(HttpServletRequest request) {
        access.require(Permission.READ_OVERSIGHT);
        var form = forms.load(request);
        return Pages.page(
                "oversight/pages/upload",
                new UploadPage(
                        "Check a file before it is published",
                        "Oversight",
                        "/oversight/paper-check",
                        form,
                        FileUpload.of("file", "The paper")
                                .accept(".docx,.txt,.md")
                                .hint(
                                        "A .docx, .txt or .md file of at most 20 MB, without macros. Nothing of it is kept.")
                                .from(form),
                        Parts.text(
                                "The checks look for figures, dates and categories that contradict each other. They warn and never block."),
                        AT,
                        "Read the file"));
    }

    @PostMapping(AT)
    ModelAndView check(@RequestParam(required = false) MultipartFile file) {
        access.require(Permission.READ_OVERSIGHT);
        if (file == null || file.isEmpty()) throw new Refused("Choose a file that is not empty", "file");
        try {
            var name = Objects.requireNonNullElse(file.getOriginalFilename(), "file");
            var findings = PaperRules.check(Papers.read(name, file.getBytes()));
            return Pages.page(
                    "oversight/pages/read",
                    new ReadPage(
                            "What the checks say of this paper",
                            AT,
                            List.of(
                                    Parts.findings("What the checks raise", findings),
                                    new Part(null, Parts.links(Link.to(AT, "Check another file")))),
                            null));
        } catch (IOException e) {
            throw new Refused("The file did not arrive whole. Choose it again", "file");
        }
    }
}
