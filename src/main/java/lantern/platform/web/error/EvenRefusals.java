package lantern.platform.web.error;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.locks.LockSupport;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * "There is no such page" is answered at a whole step after the question. Deciding that somebody may not see a record takes a quarter of a
 * millisecond more than finding none, and an answer that came that much later would tell that there is one ({@code ./lantern bench --only
 * refusals}). The transaction has ended by then: nothing is held but the request's own thread.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class EvenRefusals extends OncePerRequestFilter {
    private static final int NOT_FOUND = 404;
    private static final long STEP = 5_000_000;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var began = System.nanoTime();
        try {
            chain.doFilter(request, response);
        } finally {
            if (response.getStatus() == NOT_FOUND) waitUntilAWholeStepAfter(began);
        }
    }

    private static void waitUntilAWholeStepAfter(long began) {
        var until = began + ((System.nanoTime() - began) / STEP + 1) * STEP;
        for (var left = until - System.nanoTime(); left > 0; left = until - System.nanoTime())
            LockSupport.parkNanos(left);
    }
}
