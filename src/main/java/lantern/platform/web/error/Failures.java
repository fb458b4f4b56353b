package lantern.platform.web.error;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import lantern.platform.Refused;
import lantern.platform.web.Pages;
import lantern.platform.web.forms.FieldError;
import lantern.platform.web.forms.FormErrors;
import lantern.platform.web.forms.Forms;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpStatusCode;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.ModelAndView;

/**
 * The last word on everything a handler throws. A form that is refused goes back to its page with all that was typed; a
 * page says in plain words what to do; the API answers with problem details (RFC 9457). Never a stack trace: what went
 * wrong inside is in the log, under the reference that is shown.
 */
@ControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class Failures {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private final Forms forms;

    Failures(Forms forms) {
        this.forms = forms;
    }

    @ExceptionHandler
    Object refused(Refused refused, HttpServletRequest request, HttpServletResponse response) {
        var errors = List.of(new FieldError(refused.field(), refused.sentence()));
        return answer(refused.status(), refused.sentence(), errors, request, response);
    }

    @ExceptionHandler
    Object wrong(FormErrors wrong, HttpServletRequest request, HttpServletResponse response) {
        return answer(422, "Check what was sent", wrong.errors(), request, response);
    }

    /** An identifier in the address that is none is an address of nothing. */
    @ExceptionHandler
    Object noSuchThing(
            MethodArgumentTypeMismatchException mismatch, HttpServletRequest request, HttpServletResponse response) {
        return answer(404, Refused.notFound().sentence(), List.of(), request, response);
    }

    /** Whoever asked has gone: there is no one to answer. */
    @ExceptionHandler
    @Nullable
    Object gone(AsyncRequestNotUsableException gone) {
        return null;
    }

    @ExceptionHandler
    Object failed(Exception failure, HttpServletRequest request, HttpServletResponse response) {
        if (failure instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
            return answer(known.getStatusCode().value(), null, List.of(), request, response);
        }
        var unavailable = failure instanceof DataAccessResourceFailureException
                || failure instanceof CannotCreateTransactionException;
        var reference = UUID.randomUUID().toString().substring(0, 8);
        LOG.error("{} {}: failed, reference {}", request.getMethod(), request.getRequestURI(), reference, failure);
        var status = unavailable ? 503 : 500;
        return api(request) ? Problems.of(status, null, List.of(), reference) : page(status, null, reference, response);
    }

    private Object answer(
            int status,
            @Nullable String sentence,
            List<FieldError> errors,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (api(request)) {
            return Problems.of(status, sentence, errors, null);
        }
        if (mendable(status, request)) {
            var form = forms.keep(request, errors);
            if (form != null) {
                return Pages.seeOther(form);
            }
        }
        return page(
                status,
                status == 403 && sentence == null ? "Ask your manager if you should be able to." : sentence,
                null,
                response);
    }

    /** What the reader can put right on the form itself; being refused for who they are is not. */
    private static boolean mendable(int status, HttpServletRequest request) {
        return request.getMethod().equals("POST") && (status == 422 || status == 409 || status == 400);
    }

    private static ModelAndView page(
            int status, @Nullable String sentence, @Nullable String reference, HttpServletResponse response) {
        response.setStatus(status);
        var page = Pages.page("platform/web/error/page", ErrorPage.of(status, sentence, reference));
        page.setStatus(HttpStatusCode.valueOf(status));
        return page;
    }

    static boolean api(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/api/");
    }
}
