package lantern.oversight.papers;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lantern.oversight.programme.Programme.Row;
import lantern.platform.documents.Document;
import lantern.platform.documents.Numbered;
import lantern.platform.documents.paged.PdfWriter;

/** The agenda and the papers of its items in one file, pages counted through. The ranges are worked out from the pages, never typed. */
public final class AgendaPack {
    /** Ranges make the agenda longer at most once or twice; after that they stand. */
    private static final int TRIES = 5;

    private AgendaPack() {}

    /** @param papers the papers of each item, in the agenda's order */
    public static byte[] of(MeetingPapers meeting, Map<Row, List<Document>> papers, Document.Reader reader) {
        Map<Row, String> ranges = new LinkedHashMap<>();
        papers.keySet().forEach(item -> ranges.put(item, "00–00"));
        byte[] pack = new byte[0];
        for (int tries = 0; tries < TRIES; tries++) {
            var all = new ArrayList<Numbered>();
            all.add(Numbered.of(meeting.agenda(ranges).forThe(reader)));
            for (var own : papers.values()) for (var paper : own) all.add(Numbered.of(paper.forThe(reader)));
            pack = PdfWriter.write(all);
            var now = ranges(papers, PdfWriter.pages(pack));
            if (now.equals(ranges)) return pack;
            ranges.putAll(now);
        }
        return pack;
    }

    /** @param starts the first page of the agenda, of every paper, and the page after the last */
    private static Map<Row, String> ranges(Map<Row, List<Document>> papers, List<Integer> starts) {
        var ranges = new LinkedHashMap<Row, String>();
        var at = 1;
        for (var each : papers.entrySet()) {
            var from = starts.get(at);
            at += each.getValue().size();
            var until = starts.get(at) - 1;
            ranges.put(each.getKey(), from == until ? String.valueOf(from) : from + "–" + until);
        }
        return ranges;
    }
}
