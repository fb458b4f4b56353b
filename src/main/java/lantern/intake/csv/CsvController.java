package lantern.intake.csv;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import lantern.access.Access;
import lantern.access.Actor;
import lantern.access.Permission;
import lantern.intake.notification.Message;
import lantern.intake.notification.Notifications;
import lantern.intake.notification.Notifications.Receipt;
import lantern.platform.Refused;
import lantern.platform.web.Pages;
import lantern.platform.web.forms.FieldError;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

@Controller
@Transactional
@RequestMapping("/notifications/file")
class CsvController {
    private static final int MOST_BYTES = 5 * 1024 * 1024;

    private final Access access;
    private final Notifications notifications;
    private final TransactionTemplate transaction;
    private final Clock clock;

    CsvController(Access access, Notifications notifications, PlatformTransactionManager transactions, Clock clock) {
        this.access = access;
        this.notifications = notifications;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @GetMapping
    ModelAndView ask() {
        access.require(Permission.WRITE_NOTIFICATION);
        return Pages.page("intake/csv/file", new CsvPage(List.of(), List.of(), 0));
    }

    /** All rows or none. Should a rule of another room refuse what follows from linking by itself, they are taken in without it and a person decides. */
    @PostMapping
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    ModelAndView take(@RequestParam("file") @Nullable MultipartFile sent, HttpServletResponse response) {
        var actor =
                Objects.requireNonNull(transaction.execute(status -> access.require(Permission.WRITE_NOTIFICATION)));
        if (sent == null || sent.isEmpty()) return refused("Choose a file", response);
        if (sent.getSize() > MOST_BYTES) return refused("The file must be smaller than 5 MB", response);
        var file = NotificationFile.read(bytes(sent), "file/" + actor.agencyCode(), clock.instant());
        if (!file.wrong().isEmpty()) {
            response.setStatus(422);
            return Pages.page(
                    "intake/csv/file",
                    new CsvPage(
                            List.of(new FieldError("file", "Nothing was taken in: mend the file and send it again")),
                            file.wrong(),
                            file.messages().size()));
        }
        var first = takeIn(file.messages());
        var known = file.messages().size() - first;
        return Pages.done(
                actor.may(Permission.READ_INBOX) ? "/inbox" : "/",
                first
                        + (first == 1 ? " notification was taken in" : " notifications were taken in")
                        + (known == 0 ? "" : ", " + known + " had been received before"));
    }

    private int takeIn(List<Message> messages) {
        try {
            return Objects.requireNonNull(transaction.execute(status -> takeIn(messages, true)));
        } catch (Refused | DataIntegrityViolationException e) {
            return Objects.requireNonNull(transaction.execute(status -> takeIn(messages, false)));
        }
    }

    private record Taken(Receipt receipt, Message message) {}

    /** First every row as the sender, then, as Lantern itself, what follows from each. */
    private int takeIn(List<Message> messages, boolean automatically) {
        Actor sender = access.require(Permission.WRITE_NOTIFICATION);
        var agency = sender.agencyOrRefuse();
        var first = new ArrayList<Taken>();
        for (var message : messages) {
            var receipt = notifications.receive(sender, agency, message);
            if (receipt.first()) first.add(new Taken(receipt, message));
        }
        for (var each : first) notifications.follow(each.receipt, agency, each.message, automatically);
        return first.size();
    }

    private static ModelAndView refused(String why, HttpServletResponse response) {
        response.setStatus(422);
        return Pages.page("intake/csv/file", new CsvPage(List.of(new FieldError("file", why)), List.of(), 0));
    }

    private static byte[] bytes(MultipartFile sent) {
        try {
            return sent.getBytes();
        } catch (IOException e) {
            throw new Refused("The file did not arrive whole. Choose it again", "file");
        }
    }
}
