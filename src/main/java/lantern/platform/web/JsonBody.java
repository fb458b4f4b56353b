package lantern.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import lantern.platform.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * The bytes of a JSON request as they came, at most {@link #LIMIT} of them: a longer body is refused (413) without being held in
 * memory, another content type too (415). A handler of the API takes one as its parameter; it is read before the handler's
 * transaction begins, so that a slow sender holds no connection.
 */
public record JsonBody(byte[] bytes) {
    /** One megabyte: the longest honest notification is a few kilobytes. */
    public static final int LIMIT = 1_000_000;

    // A client that is still sending does not read an answer, so what follows is read and thrown away, up to this much.
    private static final long DRAIN = 32_000_000;

    @Component
    static class Resolver implements HandlerMethodArgumentResolver, WebMvcConfigurer {
        @Override
        public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
            resolvers.add(this);
        }

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType().equals(JsonBody.class);
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders)
                throws IOException {
            var http = request.getNativeRequest(HttpServletRequest.class);
            if (http == null) throw new IllegalStateException("Not an HTTP request");
            return read(http);
        }
    }

    private static JsonBody read(HttpServletRequest request) throws IOException {
        var body = request.getInputStream();
        var bytes = body.readNBytes(LIMIT + 1);
        if (bytes.length > LIMIT) {
            var rest = new byte[64 * 1024];
            var drained = 0L;
            for (var read = 0; read >= 0 && drained < DRAIN; drained += read) read = body.read(rest);
            throw Refused.tooLarge("Send a body of at most 1 MB (1,000,000 bytes)");
        }
        if (!json(request.getContentType())) throw Refused.wrongKind("Send the body as application/json, in UTF-8");
        return new JsonBody(bytes);
    }

    private static boolean json(@Nullable String contentType) {
        if (contentType == null) return false;
        try {
            var type = MediaType.parseMediaType(contentType);
            var charset = type.getParameter("charset");
            return (MediaType.APPLICATION_JSON.equalsTypeAndSubtype(type)
                            || type.getSubtype().endsWith("+json"))
                    && (charset == null || charset.replace("\"", "").equalsIgnoreCase("utf-8"));
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }
}
