package lantern.access.session;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import lantern.access.Bearer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Puts the token of the request (the session cookie of a person, the bearer token of a machine) where transactions find it. */
@Component
class SessionFilter extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var token = token(request);
        if (token == null) {
            chain.doFilter(request, response);
            return;
        }
        try (var held = Bearer.open(token, purpose(request))) {
            chain.doFilter(request, response);
        }
    }

    private static @Nullable String token(HttpServletRequest request) {
        if (request.getRequestURI().startsWith("/api/")) {
            var header = request.getHeader(HttpHeaders.AUTHORIZATION);
            if (header == null || !header.regionMatches(true, 0, "Bearer ", 0, 7)) return null;
            var token = header.substring(7).strip();
            return token.startsWith("lt_") ? token : null;
        }
        return SessionCookie.read(request);
    }

    private static String purpose(HttpServletRequest request) {
        var said = request.getParameterMap().isEmpty() || !request.getMethod().equals("GET")
                ? null
                : request.getParameter("purpose");
        return said != null ? said : request.getMethod() + " " + request.getRequestURI();
    }

    @Configuration
    static class InTheSecurityChainOnly {
        @Bean
        FilterRegistrationBean<SessionFilter> sessionFilterRegistration(SessionFilter filter) {
            var registration = new FilterRegistrationBean<>(filter);
            registration.setEnabled(false);
            return registration;
        }
    }
}
