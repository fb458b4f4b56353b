package lantern.oversight.programme;

import gg.jte.Content;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lantern.access.Access;
import lantern.access.Permission;
import lantern.oversight.pages.AskPage;
import lantern.oversight.programme.Listing.Field;
import lantern.oversight.programme.Listing.Kind;
import lantern.platform.web.Pages;
import lantern.platform.web.components.DateInput;
import lantern.platform.web.components.Input;
import lantern.platform.web.components.Question;
import lantern.platform.web.components.Radios;
import lantern.platform.web.components.Select;
import lantern.platform.web.components.Textarea;
import lantern.platform.web.forms.Form;
import lantern.platform.web.forms.Forms;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One form for every list: a row is added, changed or taken off. */
@Controller
@Transactional
class ListController {
    private final Access access;
    private final Programme programme;
    private final Forms forms;

    ListController(Access access, Programme programme, Forms forms) {
        this.access = access;
        this.programme = programme;
        this.forms = forms;
    }

    @GetMapping("/oversight/lists/{list}/of/{parent}/new")
    ModelAndView askNew(@PathVariable String list, @PathVariable UUID parent, HttpServletRequest request) {
        access.require(Permission.WRITE_OVERSIGHT);
        var listing = Lists.coded(list);
        programme.there(listing.parent(), parent);
        var known = new LinkedHashMap<String, String>();
        if (listing.fields().stream().anyMatch(each -> each.column().equals("place")))
            known.put("place", String.valueOf(next(listing, parent)));
        return ask(
                listing,
                parent,
                forms.load(request).or(known),
                "Add " + listing.one(),
                "/oversight/lists/" + list + "/of/" + parent,
                listing.entries() ? "It cannot be changed afterwards. A later entry says what is so then." : null);
    }

    private int next(Listing listing, UUID parent) {
        return programme.rows(listing, parent).stream()
                        .mapToInt(each -> Integer.parseInt(each.of("place")))
                        .max()
                        .orElse(0)
                + 1;
    }

    @PostMapping("/oversight/lists/{list}/of/{parent}")
    ModelAndView add(@PathVariable String list, @PathVariable UUID parent, @RequestParam Map<String, String> typed) {
        access.require(Permission.WRITE_OVERSIGHT);
        var listing = Lists.coded(list);
        programme.there(listing.parent(), parent);
        programme.add(listing, parent, Typed.values(listing, typed, field -> programme.choices(field, parent)));
        return Pages.done(Listing.path(listing.parent(), parent), "Added to: " + listing.title());
    }

    @GetMapping("/oversight/lists/{list}/rows/{row}/change")
    ModelAndView askChange(@PathVariable String list, @PathVariable UUID row, HttpServletRequest request) {
        access.require(Permission.WRITE_OVERSIGHT);
        var listing = Lists.coded(list);
        var it = programme.one(listing, row);
        var known = new LinkedHashMap<String, String>();
        for (var field : listing.fields()) {
            known.put(field.column(), it.of(field.column()));
            var day = field.kind() == Kind.DAY ? it.day(field.column()) : null;
            if (day == null) continue;
            known.put(field.column() + "-day", String.valueOf(day.getDayOfMonth()));
            known.put(field.column() + "-month", String.valueOf(day.getMonthValue()));
            known.put(field.column() + "-year", String.valueOf(day.getYear()));
        }
        return ask(
                listing,
                it.parent(),
                forms.load(request).or(known),
                "Change " + listing.one(),
                "/oversight/lists/" + list + "/rows/" + row + "?was="
                        + URLEncoder.encode(it.was(), StandardCharsets.UTF_8),
                null);
    }

    @PostMapping("/oversight/lists/{list}/rows/{row}")
    ModelAndView change(@PathVariable String list, @PathVariable UUID row, @RequestParam Map<String, String> typed) {
        access.require(Permission.WRITE_OVERSIGHT);
        var listing = Lists.coded(list);
        var it = programme.one(listing, row);
        programme.change(
                listing,
                row,
                Typed.values(listing, typed, field -> programme.choices(field, it.parent())),
                typed.getOrDefault("was", ""));
        return Pages.done(Listing.path(listing.parent(), it.parent()), "Changed in: " + listing.title());
    }

    @GetMapping("/oversight/lists/{list}/rows/{row}/removal")
    ModelAndView askRemoval(@PathVariable String list, @PathVariable UUID row) {
        access.require(Permission.WRITE_OVERSIGHT);
        var listing = Lists.coded(list);
        var it = programme.one(listing, row);
        return Pages.page(
                "oversight/pages/ask",
                new AskPage(
                        "Take " + listing.one() + " off the list",
                        listing.title(),
                        Listing.path(listing.parent(), it.parent()),
                        Form.EMPTY,
                        it.of(listing.fields().getFirst().column()),
                        List.of(),
                        "/oversight/lists/" + list + "/rows/" + row + "/removal",
                        "Take it off"));
    }

    @PostMapping("/oversight/lists/{list}/rows/{row}/removal")
    ModelAndView remove(@PathVariable String list, @PathVariable UUID row) {
        access.require(Permission.WRITE_OVERSIGHT);
        var listing = Lists.coded(list);
        var it = programme.one(listing, row);
        programme.remove(listing, row);
        return Pages.done(Listing.path(listing.parent(), it.parent()), "Taken off: " + listing.title());
    }

    private ModelAndView ask(
            Listing listing, UUID parent, Form form, String title, String action, @Nullable String before) {
        var questions = new ArrayList<Content>();
        for (var field : listing.fields()) questions.add(question(field, listing, parent, form));
        return Pages.page(
                "oversight/pages/ask",
                new AskPage(
                        title,
                        listing.title(),
                        Listing.path(listing.parent(), parent),
                        form,
                        before,
                        questions,
                        action,
                        "Save"));
    }

    private Content question(Field field, Listing listing, UUID parent, Form form) {
        var label = field.label() + (field.required() ? "" : " (optional)");
        return switch (field.kind()) {
            case LINE -> hinted(Input.of(field.column(), label), field).from(form);
            case NUMBER, POUNDS ->
                hinted(Input.of(field.column(), label).width(5), field).from(form);
            case LINES ->
                hinted(Textarea.of(field.column(), label).rows(4), field).from(form);
            case DAY -> hinted(DateInput.of(field.column(), label), field).from(form);
            case CHOICE -> {
                var radios = Radios.of(field.column(), label);
                for (var each : field.of().entrySet()) radios = radios.item(each.getKey(), each.getValue());
                yield hinted(radios, field).from(form);
            }
            case ROW ->
                hinted(
                                Select.of(field.column(), label)
                                        .choose(field.required() ? "Choose one" : "None")
                                        .items(programme.choices(field, parent)),
                                field)
                        .from(form);
        };
    }

    private static <C extends Question<C>> C hinted(C question, Field field) {
        return field.hint().isEmpty() ? question : question.hint(field.hint());
    }
}
