package lantern.platform.web.error;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import lantern.platform.web.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The page for what fails before any handler is reached, above all a form whose hidden token is too old. */
@Component
class FilterFailures implements ErrorViewResolver {
    @Override
    public @Nullable ModelAndView resolveErrorView(
            HttpServletRequest request, HttpStatus status, Map<String, Object> model) {
        var page = Pages.page("platform/web/error/page", ErrorPage.of(status.value(), null, null));
        page.setStatus(status);
        return page;
    }
}
