package lantern.platform.web.forms;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
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
        }
    }
}
