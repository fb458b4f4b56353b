package lantern.access.limits;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/** Before anything else is done for a call: too many of them are answered with 429 and the seconds to wait. */
@Component
class LimitFilter extends OncePerRequestFilter {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final CallLimits limits;

    LimitFilter(CallLimits limits) {
        this.limits = limits;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        var token = header != null && header.regionMatches(true, 0, "Bearer ", 0, 7)
                ? header.substring(7).strip()
                : "";
        var wait = token.startsWith("lt_") ? limits.take(token) : 0;
        if (wait == 0) {
            chain.doFilter(request, response);
            return;
        }
        var problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.TOO_MANY_REQUESTS,
                "This system makes more calls than it may. Wait as many seconds as Retry-After says, or ask its agency's manager"
                        + " in Lantern for a higher limit.");
        problem.setTitle("Too many calls");
        response.setStatus(problem.getStatus());
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(wait));
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(JSON.writeValueAsBytes(problem));
    }

    /** After the security chain, whose headers an answer of 429 has too. */
    @Configuration(proxyBeanMethods = false)
    static class OfTheInterfaceOnly {
        @Bean
        FilterRegistrationBean<LimitFilter> limitFilterRegistration(LimitFilter filter) {
            var registration = new FilterRegistrationBean<>(filter);
            registration.addUrlPatterns("/api/*");
            registration.setOrder(Ordered.LOWEST_PRECEDENCE);
            return registration;
        }
    }
}
