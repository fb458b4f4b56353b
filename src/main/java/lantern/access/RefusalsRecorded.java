package lantern.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/** Before anybody is told that they may not, the ledger has it. The answer itself is for the next in line. */
@Component
final class RefusalsRecorded implements HandlerExceptionResolver, Ordered {
    private final Access access;

    RefusalsRecorded(Access access) {
        this.access = access;
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception refused) {
        access.recordRefusal(request);
        return null;
    }
}
