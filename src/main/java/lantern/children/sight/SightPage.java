package lantern.children.sight;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import lantern.platform.web.Page;
import org.jspecify.annotations.Nullable;

/**
 * Who can see a child's record, and why one person can or cannot.
 *
 * @param groups people and systems by the reason, most of all first
 * @param asked the person whose sight is explained; null for everybody
 */
public record SightPage(
        UUID child,
        String name,
        String reference,
        @Nullable String restricted,
        List<Group> groups,
        Map<String, String> everybody,
        @Nullable Answer asked)
        implements Page {

    public record Group(String title, List<Row> rows) {}

    public record Row(String id, String name, String post, String agency, String why) {}

    public record Answer(String id, String name, boolean sees, List<String> because, List<SectionSeen> sections) {
        public String heading() {
            return sees ? name + " can see this child" : name + " cannot see this child";
        }
    }

    @Override
    public String title() {
        return "Who can see this child?";
    }

    @Override
    public String back() {
        return "/children/" + child;
    }

    @Override
    public boolean wide() {
        return true;
    }

    public int many() {
        return groups.stream().mapToInt(group -> group.rows().size()).sum();
    }
}
