package lantern.children.penpicture;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lantern.platform.web.Page;
import org.jspecify.annotations.Nullable;

/**
 * The sheet that the police get of a missing child. A reader prints only what they may read themselves, and of that leaves out whatever was not chosen.
 *
 * @param now how things stand: "Missing since 14:05, 6 hours"
 * @param facts heading to words, in the order of the paper
 * @param leftOut what is not on the paper, in words
 * @param choices what can be put in that is left out unless chosen: code to words
 * @param chosen those of them that are in
 * @param maySend whether the reader may prepare a copy in Lantern
 */
public record GrabPackPage(
        UUID child,
        String name,
        String reference,
        List<String> now,
        @Nullable UUID photograph,
        @Nullable LocalDate photographed,
        Map<String, List<String>> facts,
        List<String> warnings,
        String reviewed,
        List<String> leftOut,
        Map<String, String> choices,
        List<String> chosen,
        String made,
        boolean maySend)
        implements Page {
    @Override
    public String title() {
        return "Grab-pack for the police";
    }

    @Override
    public String back() {
        return "/children/" + child;
    }

    @Override
    public boolean wide() {
        return true;
    }
}
