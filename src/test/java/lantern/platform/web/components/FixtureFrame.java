package lantern.platform.web.components;

import gg.jte.Content;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Fixture options of the components around a page, as our records. */
final class FixtureFrame {
    private FixtureFrame() {}

    static Breadcrumbs breadcrumbs(Options o) {
        var items = FixtureParts.given(
                o.list("items", i -> new Breadcrumbs.Crumb(i.text("href"), i.contentOr(""), i.attributes())));
        return new Breadcrumbs(items, o.yes("collapseOnMobile"), o.text("labelText", "Breadcrumb"), o.style());
    }

    static GenericHeader genericHeader(Options o) {
        return new GenericHeader(
                Objects.requireNonNullElse(o.content("logoHtml", "logoText"), Text.of("")),
                o.text("url", "/"),
                o.text("containerClasses", "govuk-width-container"),
                o.style());
    }

    static Header header(Options o) {
        return new Header(
                o.text("homepageUrl", "//gov.uk"),
                o.text("productName"),
                o.text("containerClasses", "govuk-width-container"),
                o.style());
    }

    static Footer footer(Options o) {
        var navigation = FixtureParts.given(o.list(
                "navigation",
                n -> new Footer.Section(
                        n.text("title", ""), n.number("columns", 0), n.text("width", "full"), links(n))));
        var meta = o.map(
                "meta", m -> new Footer.Meta(m.text("visuallyHiddenTitle", "Support links"), links(m), m.content()));
        var licensed = !o.has("contentLicence") || o.maybe("contentLicence") != null;
        return new Footer(
                navigation,
                meta,
                true,
                licensed,
                o.in("contentLicence").content(),
                true,
                o.in("copyright").content(),
                o.text("containerClasses", ""),
                o.style());
    }

    private static List<Footer.Link> links(Options o) {
        return FixtureParts.given(
                o.list("items", i -> new Footer.Link(i.text("href", ""), i.text("text", ""), i.attributes())));
    }

    static PhaseBanner phaseBanner(Options o) {
        return new PhaseBanner(FixtureParts.tag(o.in("tag")), o.contentOr(""), o.style());
    }

    static TaskList taskList(Options o) {
        var items = o.list(
                "items",
                i -> new TaskList.Item(
                        i.in("title").contentOr(""),
                        i.in("title").text("classes", ""),
                        i.in("hint").content(),
                        i.text("href"),
                        i.in("status").has("tag")
                                ? FixtureParts.tag(i.in("status").in("tag"))
                                : i.in("status").contentOr(""),
                        i.in("status").text("classes", ""),
                        i.text("classes", "")));
        return new TaskList(items, o.text("idPrefix", "task-list"), o.style());
    }

    static ServiceNavigation serviceNavigation(Options o) {
        List<ServiceNavigation.@Nullable Item> items = new ArrayList<>(FixtureParts.given(o.list(
                "navigation",
                i -> new ServiceNavigation.Item(
                        i.text("href"), i.content(), i.yes("current"), i.yes("active"), i.attributes()))));
        var menu = new ServiceNavigation.Menu(
                o.text("menuButtonText", "Menu"),
                o.text("menuButtonLabel"),
                o.text("navigationLabel"),
                o.text("navigationId", "navigation"),
                o.text("navigationClasses", ""),
                o.flag("collapseNavigationOnMobile"));
        var slots = o.in("slots");
        var end = slots.maybe("end");
        return new ServiceNavigation(
                o.text("serviceName"),
                o.text("serviceUrl"),
                items,
                menu,
                new ServiceNavigation.Slots(
                        slot(slots, "start"),
                        end == null ? slot(slots, "end") : end.content("html", ""),
                        slot(slots, "navigationStart"),
                        slot(slots, "navigationEnd"),
                        end != null && "inline".equals(end.text("align"))),
                o.text("ariaLabel", "Service information"),
                o.style());
    }

    private static @Nullable Content slot(Options slots, String name) {
        return slots.content(name, "");
    }
}
