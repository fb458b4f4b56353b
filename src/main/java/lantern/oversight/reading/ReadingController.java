package lantern.oversight.reading;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import lantern.access.Access;
import lantern.access.Permission;
import lantern.calendar.London;
import lantern.oversight.dates.Target;
import lantern.oversight.inquiry.Inquiries;
import lantern.oversight.inquiry.Scale;
import lantern.oversight.pages.Parts;
import lantern.oversight.pages.ReadPage;
import lantern.oversight.pages.ReadPage.Part;
import lantern.oversight.pages.UploadPage;
import lantern.oversight.reading.Readings.Row;
import lantern.platform.Refused;
import lantern.platform.web.Pages;
import lantern.platform.web.components.FileUpload;
import lantern.platform.web.components.Link;
import lantern.platform.web.components.Table;
import lantern.platform.web.components.Tag;
import lantern.platform.web.components.Text;
import lantern.platform.web.forms.Forms;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Reading a file, and the list of its rows. */
@Controller
@Transactional
class ReadingController {
    private final Access access;
    private final Readings readings;
    private final Inquiries inquiries;
    private final Forms forms;

    ReadingController(Access access, Readings readings, Inquiries inquiries, Forms forms) {
        this.access = access;
        this.readings = readings;
        this.inquiries = inquiries;
        this.forms = forms;
    }

    @GetMapping("/oversight/inquiries/{id}/readings")
    ModelAndView ask(@PathVariable UUID id, HttpServletRequest request) {
        access.require(Permission.WRITE_OVERSIGHT);
        var inquiry = inquiries.whole(id);
        var form = forms.load(request);
        var past = readings.of(id);
        var before = past.isEmpty()
                ? Parts.text("Nothing was read into this inquiry yet.")
                : Table.of("Files that were read")
                        .stacks()
                        .head("File", "Read", "Rows", "Still waiting")
                        .rows(
                                past,
                                each -> List.of(
                                        Link.to("/oversight/readings/" + each.id(), each.name()),
                                        Text.of(London.dateTime(each.at())),
                                        Text.of(String.valueOf(each.rows())),
                                        Text.of(String.valueOf(each.waiting()))));
        return Pages.page(
                "oversight/pages/upload",
                new UploadPage(
                        "Read recommendations from a file",
                        inquiry.title(),
                        "/oversight/inquiries/" + id,
                        form,
                        FileUpload.of("file", "A table of recommendations, or a progress report")
                                .accept(".csv,.xlsx,.docx")
                                .hint(
                                        "A .csv, .xlsx or .docx file of at most 20 MB, without macros. Nothing is entered until you have looked at each row.")
                                .from(form),
                        before,
                        "/oversight/inquiries/" + id + "/readings",
                        "Read the file"));
    }

    @PostMapping("/oversight/inquiries/{id}/readings")
    ModelAndView read(@PathVariable UUID id, @RequestParam(required = false) MultipartFile file) {
        access.require(Permission.WRITE_OVERSIGHT);
        inquiries.whole(id);
        if (file == null || file.isEmpty()) throw new Refused("Choose a file that is not empty", "file");
        try {
            var name = Objects.requireNonNullElse(file.getOriginalFilename(), "file");
            var reading = readings.read(
                    id, name.replaceAll(".*[/\\\\]", "").replaceAll("[\\p{Cntrl}\"]", ""), file.getBytes());
            return Pages.done("/oversight/readings/" + reading, "The file was read: look at each row");
        } catch (IOException e) {
            throw new Refused("The file did not arrive whole. Choose it again", "file");
        }
    }

    private Readings.Reading find(UUID id) {
        return readings.of(id).stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(Refused::notFound);
    }

    @GetMapping("/oversight/readings/{id}")
    ModelAndView review(@PathVariable UUID id) {
        access.require(Permission.WRITE_OVERSIGHT);
        var it = find(id);
        var parts = new ArrayList<Part>();
        parts.add(Parts.words(null, it.waiting() + " of " + it.rows() + " rows wait."));
        parts.add(new Part(
                null,
                Parts.links(Link.to("/oversight/readings/" + id + "/file", "The file as it came")
                        .attribute("download", "file"))));
        parts.add(new Part(
                "Rows",
                Table.of("Rows")
                        .captionHidden()
                        .stacks()
                        .head("Row", "No.", "What it asks", "Target", "Assessment", "Look twice at", "State")
                        .rows(
                                readings.rows(id),
                                each -> List.of(
                                        each.state().equals("waiting")
                                                ? Link.to(
                                                        "/oversight/readings/rows/" + each.id(),
                                                        "Look at row " + each.place())
                                                : Text.of(String.valueOf(each.place())),
                                        Text.of(each.number()),
                                        Text.of(shortened(each.words())),
                                        Text.of(each.targets()),
                                        Text.of(each.assessment()),
                                        Text.of(String.join("; ", doubts(each))),
                                        state(each)))));
        return Pages.page(
                "oversight/pages/read",
                new ReadPage(it.name(), "/oversight/inquiries/" + it.inquiry() + "/readings", parts, null));
    }

    private static String shortened(String words) {
        return words.length() <= 200 ? words : words.substring(0, 199) + "…";
    }

    private static gg.jte.Content state(Row each) {
        return switch (each.state()) {
            case "taken" -> Tag.of("Taken").green();
            case "set-aside" -> Tag.of("Set aside").grey();
            default -> Tag.of("Waiting").yellow();
        };
    }

    /** What a reader should look at twice, because it was read and not understood. */
    private static List<String> doubts(Row row) {
        var doubts = new ArrayList<String>();
        if (row.number().isBlank()) doubts.add("no number");
        if (row.words().isBlank()) doubts.add("no words");
        if (!row.assessment().isBlank()
                && Scale.shipped().read(row.assessment()).category() == null)
            doubts.add("the category is not on the scale");
        if (!row.targets().isBlank() && Target.last(Target.read(row.targets())) == null)
            doubts.add("the target does not say by when all is done");
        if (row.targets().isBlank() && row.concluded().isBlank()) doubts.add("no target");
        return doubts;
    }

    @GetMapping("/oversight/readings/{id}/file")
    ResponseEntity<byte[]> file(@PathVariable UUID id) {
        access.require(Permission.WRITE_OVERSIGHT);
        var it = find(id);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"" + it.name().replaceAll("[^\\x20-\\x7e]", "_") + "\"")
                .header("Cache-Control", "no-store")
                .body(readings.bytes(id));
    }
}
