package lantern.platform.web.forms;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import lantern.platform.web.LocalPath;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** A post that was accepted needs its draft no more. Called only when the handler did not refuse. */
@Configuration(proxyBeanMethods = false)
class AcceptedForms implements WebMvcConfigurer, HandlerInterceptor {
    private final Forms forms;

    AcceptedForms(Forms forms) {
        this.forms = forms;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).excludePathPatterns("/drafts", "/api/**");
    }

    @Override
    public void postHandle(
            HttpServletRequest request,
            HttpServletResponse response,
            Object handler,
            @Nullable ModelAndView modelAndView) {
        if (request.getMethod().equals("POST") && response.getStatus() < 400) {
            forms.accepted(request);
            tellBrowser(request, response);
        }
    }

    /** The browser may have kept what was typed last, before it could be saved (drafts.js): it is done with. */
    private static void tellBrowser(HttpServletRequest request, HttpServletResponse response) {
        var form = request.getParameter(Forms.FIELD);
        if (form == null || !LocalPath.is(form)) return;
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from("lantern-accepted", URLEncoder.encode(form, StandardCharsets.UTF_8))
                        .path("/")
                        .maxAge(Duration.ofMinutes(10))
                        .sameSite("Lax")
                        .secure(request.isSecure())
                        .build()
                        .toString());
    }
}
