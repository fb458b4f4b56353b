package lantern.platform.web;

import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import lantern.platform.web.forms.Forms;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/** Pages from the templates compiled into the application, with the frame of whoever is reading. */
@Component
final class JteViews implements ViewResolver, Ordered {
    private final ObjectProvider<FrameSource> frames;

    JteViews(ObjectProvider<FrameSource> frames) {
        this.frames = frames;
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public @Nullable View resolveViewName(String name, Locale locale) {
        var template = name + ".jte";
        return Templates.engine().hasTemplate(template) ? new JteView(template) : null;
    }

    private final class JteView implements View {
        private final String template;

        JteView(String template) {
            this.template = template;
        }

        @Override
        public String getContentType() {
            return "text/html;charset=UTF-8";
        }

        @Override
        public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
                throws IOException {
            if (model == null || !(model.get("page") instanceof Page page)) {
                throw new IllegalStateException(template + " was given no page");
            }
            var parameters = new HashMap<String, Object>(model);
            parameters.put("frame", frame(page, request, response));
            var output = new Utf8ByteOutput();
            Rendering.of(() -> Templates.engine().render(template, parameters, output));
            response.setContentType(getContentType());
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            response.setContentLength(output.getContentLength());
            output.writeTo(response.getOutputStream());
        }
    }

    private PageFrame frame(Page page, HttpServletRequest request, HttpServletResponse response) {
        var source = frames.getIfAvailable(() -> (r, title) -> PageFrame.plain(title));
        var frame = source.frame(request, page.title()).at(Forms.address(request));
        if (frame.csrf() == null && request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
            frame = frame.csrf(new PageFrame.Csrf(token.getParameterName(), token.getToken()));
        }
        return frame.done(Done.take(request, response)).around(page);
    }
}
