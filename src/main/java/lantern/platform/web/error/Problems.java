package lantern.platform.web.error;

import java.util.LinkedHashMap;
import java.util.List;
import lantern.platform.web.forms.FieldError;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/** Refusals and failures as the API tells them: problem details (RFC 9457). */
public final class Problems {
    private Problems() {}

    public static ResponseEntity<ProblemDetail> of(
            int status, @Nullable String sentence, List<FieldError> errors, @Nullable String reference) {
        var problem = ProblemDetail.forStatus(status);
        var known = HttpStatus.resolve(status);
        if (known != null) {
            problem.setTitle(known.getReasonPhrase());
        }
        if (sentence != null) {
            problem.setDetail(sentence);
        }
        var fields = errors.stream().filter(error -> error.field() != null).toList();
        if (!fields.isEmpty()) {
            problem.setProperty("errors", fields.stream().map(Problems::told).toList());
        }
        if (reference != null) {
            problem.setDetail("This is a fault of Lantern. Quote the reference when you report it.");
            problem.setProperty("reference", reference);
        }
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static LinkedHashMap<String, @Nullable String> told(FieldError error) {
        var told = new LinkedHashMap<String, @Nullable String>();
        told.put("field", error.field());
        told.put("message", error.message());
        return told;
    }
}
