package lantern.platform.web;

import java.util.List;
import lantern.platform.web.components.ErrorSummary;
import lantern.platform.web.forms.FieldError;
import org.jspecify.annotations.Nullable;

/** Everything around a page: its title, its address with the query, who they are, what just happened and what is wrong. */
public record PageFrame(
        String title,
        String address,
        List<Section> sections,
        @Nullable Reader reader,
        @Nullable Csrf csrf,
        @Nullable String back,
        @Nullable String done,
        List<FieldError> errors,
        boolean wide,
        boolean quick) {

    /** One entry of the navigation; a count is of the list behind it. */
    public record Section(
            String href, String name, @Nullable Integer count) {
        public Section(String href, String name) {
            this(href, name, null);
        }
    }

    /**
     * Who is signed in, as what, where their account is, and where the sign-out form posts.
     *
     * @param kept the secret with which their browser encrypts what it keeps of forms
     */
    public record Reader(
            String name,
            String post,
            String account,
            String signOut,
            @Nullable String kept) {
        public Reader(String name, String post, String account, String signOut) {
            this(name, post, account, signOut, null);
        }
    }

    /** The hidden field that every form carries. */
    public record Csrf(String name, String token) {}

    /** A page for someone not known: no navigation. */
    public static PageFrame plain(String title) {
        return new PageFrame(title, "/", List.of(), null, null, null, null, List.of(), false, false);
    }

    public PageFrame sections(List<Section> sections) {
        return new PageFrame(title, address, sections, reader, csrf, back, done, errors, wide, quick);
    }

    public PageFrame reader(Reader reader) {
        return new PageFrame(title, address, sections, reader, csrf, back, done, errors, wide, quick);
    }

    public PageFrame csrf(@Nullable Csrf csrf) {
        return new PageFrame(title, address, sections, reader, csrf, back, done, errors, wide, quick);
    }

    public PageFrame at(String address) {
        return new PageFrame(title, address, sections, reader, csrf, back, done, errors, wide, quick);
    }

    public PageFrame done(@Nullable String done) {
        return new PageFrame(title, address, sections, reader, csrf, back, done, errors, wide, quick);
    }

    PageFrame around(Page page) {
        return new PageFrame(
                title, address, sections, reader, csrf, page.back(), done, page.errors(), page.wide(), page.quick());
    }

    /** GOV.UK: a page with errors says so first in its title. */
    public String fullTitle() {
        return (errors.isEmpty() ? "" : "Error: ") + title + " - Lantern";
    }

    /** The section this page is in: the one with the longest address that its own begins with. */
    public boolean in(Section section) {
        return holds(section)
                && sections.stream()
                        .noneMatch(s ->
                                holds(s) && s.href().length() > section.href().length());
    }

    private boolean holds(Section section) {
        var query = address.indexOf('?');
        var path = query < 0 ? address : address.substring(0, query);
        return path.equals(section.href()) || path.startsWith(section.href() + "/");
    }

    public @Nullable ErrorSummary errorSummary() {
        if (errors.isEmpty()) {
            return null;
        }
        var summary = ErrorSummary.of("There is a problem");
        for (var error : errors) {
            summary = summary.item(error.field(), error.message());
        }
        return summary;
    }
}
