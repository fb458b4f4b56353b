package lantern.oversight.open;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lantern.oversight.open.Published.Item;
import lantern.oversight.open.Published.Snapshot;

/** The same as data. The fields are described in {@code definitions/open/schema.json}. */
final class OpenData {
    private static final List<String> COLUMNS = List.of(
            "authority",
            "inquiry_id",
            "inquiry",
            "committee",
            "recommendation_id",
            "number",
            "theme",
            "recommendation",
            "who_answers",
            "target",
            "category",
            "assessment",
            "concluded",
            "concluded_on",
            "evidence_entries",
            "published_at");

    private OpenData() {}

    static Map<String, Object> json(Snapshot snapshot) {
        var inquiries = new ArrayList<Map<String, Object>>();
        var plans = new ArrayList<Map<String, Object>>();
        for (var item : snapshot.items()) {
            var one = new LinkedHashMap<String, Object>();
            one.put("id", item.subject());
            one.put("authority", item.authorityName());
            one.put("published_at", item.at().toString());
            one.put("page", item.path());
            var inquiry = item.inquiry();
            var plan = item.plan();
            if (inquiry != null) {
                one.put("inquiry", inquiry);
                inquiries.add(one);
            } else if (plan != null) {
                one.put("action_plan", plan);
                plans.add(one);
            }
        }
        var all = new LinkedHashMap<String, Object>();
        all.put("schema", "/open/schema.json");
        all.put("inquiries", inquiries);
        all.put("action_plans", plans);
        return all;
    }

    static String csv(Snapshot snapshot) {
        var out = new StringBuilder(String.join(",", COLUMNS)).append("\r\n");
        for (var item : snapshot.items()) {
            var inquiry = item.inquiry();
            if (inquiry == null) continue;
            for (var each : inquiry.recommendations())
                out.append(List.of(
                                        item.authorityName(),
                                        item.subject().toString(),
                                        inquiry.title(),
                                        inquiry.committee(),
                                        each.id().toString(),
                                        each.number(),
                                        each.theme() == null ? "" : each.theme(),
                                        each.words(),
                                        String.join("; ", each.roles()),
                                        each.target(),
                                        each.category() == null ? "" : String.valueOf(each.category()),
                                        each.assessment(),
                                        each.concluded() ? "yes" : "no",
                                        each.concludedOn() == null ? "" : each.concludedOn(),
                                        String.valueOf(each.evidence().size()),
                                        item.at().toString())
                                .stream()
                                .map(OpenData::cell)
                                .collect(Collectors.joining(",")))
                        .append("\r\n");
        }
        return out.toString();
    }

    /** A cell that a spreadsheet would take for a formula begins with an apostrophe. */
    static String cell(String words) {
        var safe = words.matches("(?s)^[=+\\-@\\t\\r].*") ? "'" + words : words;
        return safe.matches("(?s).*[\",\\r\\n].*") ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }

    static String atom(Snapshot snapshot, String origin) {
        var out = new StringBuilder(
                        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\">")
                .append("<title>Scrutiny, published</title><id>")
                .append(e(origin))
                .append("/open</id>")
                .append("<link href=\"")
                .append(e(origin))
                .append("/open\"/>")
                .append("<link rel=\"self\" href=\"")
                .append(e(origin))
                .append("/open/feed.atom\"/>")
                .append("<updated>")
                .append(seconds(snapshot.changed()))
                .append("</updated>");
        for (var item : snapshot.items())
            out.append("<entry><title>")
                    .append(e(item.title()))
                    .append("</title><id>urn:uuid:")
                    .append(item.publication())
                    .append("</id><link href=\"")
                    .append(e(origin + item.path()))
                    .append("\"/><updated>")
                    .append(seconds(item.at()))
                    .append("</updated><author><name>")
                    .append(e(item.authorityName()))
                    .append("</name></author><summary>")
                    .append(e(summary(item)))
                    .append("</summary></entry>");
        return out.append("</feed>\n").toString();
    }

    private static String seconds(Instant at) {
        return Instant.ofEpochSecond(at.getEpochSecond()).toString();
    }

    private static String summary(Item item) {
        var inquiry = item.inquiry();
        if (inquiry == null) return "An action plan was published.";
        return inquiry.recommendations().size() + " recommendations, " + inquiry.outstanding() + " outstanding.";
    }

    private static String e(String words) {
        return words.replaceAll("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f]", "")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
