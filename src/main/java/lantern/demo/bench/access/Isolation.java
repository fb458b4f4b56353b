package lantern.demo.bench.access;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import lantern.demo.bench.Load;
import lantern.demo.bench.Wire;
import lantern.demo.bench.access.Canaries.User;

/** Many users of different authorities at once on the server's few connections: every answer is read for the words of the others. */
public final class Isolation {
    private static final List<BiFunction<User, Long, String>> PAGES = List.of(
            (user, n) -> "/missing",
            (user, n) -> "/children/" + child(user, n),
            (user, n) -> "/inbox",
            (user, n) -> "/timescales?whose=all",
            (user, n) -> "/children?q=Robin+Canary" + user.word() + "x",
            (user, n) -> "/");
    private static final List<BiFunction<User, Long, String>> ANSWERS = List.of(
            (user, n) -> "/api/v1/children/" + child(user, n) + "?purpose=bench",
            (user, n) -> "/api/v1/children?purpose=bench&q=Robin+Canary" + user.word() + "x",
            (user, n) -> "/api/v1/missing-episodes",
            (user, n) -> "/api/v1/timescales",
            (user, n) -> "/api/v1/inbox");

    private final int port;
    private final List<User> users;
    private final AtomicLong answers = new AtomicLong();
    private final AtomicLong withOwn = new AtomicLong();
    private final ConcurrentLinkedQueue<String> foreign = new ConcurrentLinkedQueue<>();

    public Isolation(int port, List<User> users) {
        this.port = port;
        this.users = users;
    }

    private static Object child(User user, long n) {
        return user.children().get((int) (n % user.children().size()));
    }

    public long answers() {
        return answers.get();
    }

    /** Those that named something of the asker's own authority, so that it was a page with rows that was read. */
    public long withOwn() {
        return withOwn.get();
    }

    /** What was asked for where an answer held another authority's word. */
    public List<String> foreign() {
        return new ArrayList<>(foreign);
    }

    public Map<String, Object> run(double seconds) throws Exception {
        var done = Load.run(users.size(), seconds, new AtomicLong(), this::client);
        var figures = new LinkedHashMap<String, Object>();
        figures.put("users", users.size());
        figures.put("authorities", users.stream().map(User::word).distinct().count());
        figures.put("seconds", Math.round(done.seconds()));
        figures.put("answers", answers());
        figures.put("answersThatNameTheirOwnAuthority", withOwn());
        figures.put("answersThatNameAnother", foreign.size());
        if (!foreign.isEmpty()) throw new IllegalStateException("An answer named another authority: " + foreign.peek());
        return figures;
    }

    /** Each user asks this many times, all at once. */
    public void times(int each) throws InterruptedException {
        var failures = new ConcurrentLinkedQueue<Exception>();
        var threads = new ArrayList<Thread>();
        for (var i = 0; i < users.size(); i++) {
            var which = i;
            threads.add(Thread.ofVirtual().start(() -> {
                try (var client = client(which)) {
                    for (var n = 0; n < each; n++) client.once(n);
                } catch (Exception e) {
                    failures.add(e);
                }
            }));
        }
        for (var thread : threads) thread.join();
        if (!failures.isEmpty()) throw new IllegalStateException(failures.peek());
    }

    private Load.Client client(int which) throws IOException {
        var user = users.get(which);
        var wire = new Wire(port);
        return new Load.Client() {
            private long turn = which;

            @Override
            public void once(long number) throws Exception {
                var pages = user.machine() ? ANSWERS : PAGES;
                var path = pages.get((int) (turn++ % pages.size())).apply(user, turn);
                var answer = wire.get(path, user.header(), true);
                if (answer.status() != 200) throw new IllegalStateException(path + " answered " + answer.status());
                read(user, path, answer.text());
            }

            @Override
            public void close() throws Exception {
                wire.close();
            }
        };
    }

    private void read(User user, String path, String text) {
        var own = false;
        var words = Canaries.WORD.matcher(text);
        while (words.find()) {
            if (words.group(1).equals(user.word())) own = true;
            else foreign.add(user.word() + " asked for " + path + " and read " + words.group());
        }
        answers.incrementAndGet();
        if (own) withOwn.incrementAndGet();
    }
}
