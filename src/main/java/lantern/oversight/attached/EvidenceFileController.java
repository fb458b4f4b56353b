package lantern.oversight.attached;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Objects;
import java.util.UUID;
import lantern.access.Access;
import lantern.access.Permission;
import lantern.oversight.inquiry.Inquiries;
import lantern.oversight.pages.Parts;
import lantern.oversight.pages.UploadPage;
import lantern.platform.Refused;
import lantern.platform.files.FileRule;
import lantern.platform.files.Files;
import lantern.platform.web.Pages;
import lantern.platform.web.components.FileUpload;
import lantern.platform.web.forms.Forms;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** A file is added to evidence, and read. */
@Controller
@Transactional
class EvidenceFileController {
    private final Access access;
    private final EvidenceFiles files;
    private final Inquiries inquiries;
    private final Forms forms;

    EvidenceFileController(Access access, EvidenceFiles files, Inquiries inquiries, Forms forms) {
        this.access = access;
        this.files = files;
        this.inquiries = inquiries;
        this.forms = forms;
    }

    @GetMapping("/oversight/evidence/{id}/files/new")
    ModelAndView ask(@PathVariable UUID id, HttpServletRequest request) {
        access.require(Permission.WRITE_OVERSIGHT);
        var recommendation = files.recommendation(id);
        var words = Inquiries.find(inquiries.of(recommendation), recommendation).evidence().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(Refused::notFound)
                .words();
        var form = forms.load(request);
        return Pages.page(
                "oversight/pages/upload",
                new UploadPage(
                        "Add a file to the evidence",
                        "Evidence",
                        "/oversight/recommendations/" + recommendation,
                        form,
                        FileUpload.of("file", "File")
                                .accept(FileRule.EVIDENCE.accept())
                                .hint("Use " + FileRule.EVIDENCE.hint()
                                        + ", without macros. It cannot be taken off again, and must name no child.")
                                .from(form),
                        Parts.text(words),
                        "/oversight/evidence/" + id + "/files",
                        "Add the file"));
    }

    @PostMapping("/oversight/evidence/{id}/files")
    ModelAndView add(@PathVariable UUID id, @RequestParam(required = false) MultipartFile file) {
        access.require(Permission.WRITE_OVERSIGHT);
        var recommendation = files.recommendation(id);
        if (file == null || file.isEmpty()) throw new Refused("Choose a file that is not empty", "file");
        try {
            files.keep(id, Objects.requireNonNullElse(file.getOriginalFilename(), "file"), file.getBytes());
        } catch (IOException e) {
            throw new Refused("The file did not arrive whole. Choose it again", "file");
        }
        return Pages.done("/oversight/recommendations/" + recommendation, "The file was added to the evidence");
    }

    @GetMapping("/oversight/evidence-files/{id}")
    ResponseEntity<byte[]> file(@PathVariable UUID id) {
        access.require(Permission.READ_OVERSIGHT);
        return Files.attachment(files.one(id));
    }
}
