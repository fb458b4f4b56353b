package lantern.children.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lantern.children.Children;
import lantern.children.matching.RankedMatcher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The one record that somebody describes and cannot see. Its id is for opening it with a reason, never to be shown. */
@Component
public class OutOfSight {
    private static final double LIKELY = 0.5;
    private static final int MOST = 20;

    private final JdbcClient db;
    private final Children children;
    private final RankedMatcher matcher;

    OutOfSight(JdbcClient db, Children children, RankedMatcher matcher) {
        this.db = db;
        this.children = children;
        this.matcher = matcher;
    }

    /** Empty when nobody, or more than one, is likely. */
    public Optional<UUID> find(String described) {
        var text = SearchText.of(described, null, null);
        var found = new ArrayList<UUID>();
        if (text.reference() != null) {
            db.sql("select children.id_of(:reference)")
                    .param("reference", text.reference())
                    .query((row, n) -> Optional.ofNullable(row.getObject(1, UUID.class)))
                    .single()
                    .filter(id -> children.find(id).isEmpty())
                    .ifPresent(found::add);
        } else if (!text.readings().isEmpty()) {
            matcher.rank(text.readings(), MOST).unseen().stream()
                    .filter(each -> each.probability() >= LIKELY)
                    .map(RankedMatcher.Unseen::child)
                    .distinct()
                    .forEach(found::add);
        }
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    /** Whether the reader sees somebody who is meant: then there is nothing to open. */
    public boolean inSight(String described) {
        var text = SearchText.of(described, null, null);
        var ids = List.<UUID>of();
        if (text.reference() != null)
            ids = db.sql("select id from children.v_child where reference = :reference")
                    .param("reference", text.reference())
                    .query((row, n) -> row.getObject(1, UUID.class))
                    .list();
        return !ids.isEmpty();
    }
}
