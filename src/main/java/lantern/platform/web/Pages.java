package lantern.platform.web;

import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** What a handler answers with: a page, or the address of the next one. */
public final class Pages {
    private Pages() {}

    /** The template {@code src/main/jte/<template>.jte}, given {@code page} and {@code frame}. */
    public static ModelAndView page(String template, Page page) {
        return new ModelAndView(template, "page", page);
    }

    /** After a post: 303, so that a reload does not post again. */
    public static ModelAndView seeOther(String path) {
        if (!LocalPath.is(path)) {
            throw new IllegalArgumentException("Not an address of ours");
        }
        var redirect = new RedirectView(path, true, false);
        redirect.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(redirect);
    }

    /** After a post that did something: the next page says so at its top. The sentence holds no name. */
    public static ModelAndView done(String path, String sentence) {
        var now = (ServletRequestAttributes) RequestContextHolder.currentRequestAttributes();
        Done.say(sentence, now.getRequest(), Objects.requireNonNull(now.getResponse()));
        return seeOther(path);
    }
}
