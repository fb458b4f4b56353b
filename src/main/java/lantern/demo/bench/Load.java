package lantern.demo.bench;

import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** Several clients doing one thing over and over for a while, each as soon as the last is answered. */
public final class Load {
    private Load() {}

    /** One client's work; the number is different for every call of a run. */
    public interface Client extends AutoCloseable {
        void once(long number) throws Exception;

        @Override
        default void close() throws Exception {}
    }

    public interface Clients {
        Client connect(int number) throws Exception;
    }

    /** Asks for one page after the other on a connection of its own. */
    static Client asking(int port, String header, LongFunction<String> path) throws Exception {
        var wire = new Wire(port);
        return new Client() {
            @Override
            public void once(long number) throws Exception {
                var answer = wire.get(path.apply(number), header);
                if (answer.status() != 200)
                    throw new IllegalStateException(path.apply(number) + " answered " + answer.status());
            }

            @Override
            public void close() throws Exception {
                wire.close();
            }
        };
    }

    /** How many were done, in how many seconds, with the times of each in milliseconds. */
    public record Done(long count, double seconds, double p50, double p99) {
        public double perSecond() {
            return count / seconds;
        }
    }

    /**
     * Runs until it gets no faster, a minute at most: a server that runs for weeks is measured as it is after its first minute and not
     * while its code is being compiled.
     */
    public static void warm(int clients, AtomicLong numbers, Clients work) throws Exception {
        var best = 0.0;
        var noBetter = 0;
        for (var part = 0; part < 12 && noBetter < 2; part++) {
            var rate = run(clients, 5, numbers, work).perSecond();
            noBetter = rate < best * 1.03 ? noBetter + 1 : 0;
            best = Math.max(best, rate);
        }
    }

    public static Done run(int clients, double seconds, AtomicLong numbers, Clients work) throws Exception {
        var ready = new CountDownLatch(clients);
        var go = new CountDownLatch(1);
        var failure = new AtomicReference<@Nullable Exception>();
        var times = new long[clients][];
        var until = new AtomicLong();
        var most = Math.max(1 << 13, (1 << 22) / clients);
        var threads = new Thread[clients];
        for (var i = 0; i < clients; i++) {
            var which = i;
            threads[i] = Thread.ofPlatform().start(() -> {
                var mine = new long[most];
                var count = 0;
                try (var client = work.connect(which)) {
                    ready.countDown();
                    go.await();
                    while (System.nanoTime() < until.get() && count < mine.length && failure.get() == null) {
                        var before = System.nanoTime();
                        client.once(numbers.incrementAndGet());
                        mine[count++] = System.nanoTime() - before;
                    }
                } catch (Exception e) {
                    failure.compareAndSet(null, e);
                    ready.countDown();
                }
                times[which] = Arrays.copyOf(mine, count);
            });
        }
        ready.await();
        var start = System.nanoTime();
        until.set(start + (long) (seconds * 1e9));
        go.countDown();
        for (var thread : threads) thread.join();
        var taken = (System.nanoTime() - start) / 1e9;
        var failed = failure.get();
        if (failed != null) throw failed;
        var all = Arrays.stream(times).flatMapToLong(Arrays::stream).sorted().toArray();
        if (all.length == 0) throw new IllegalStateException("Nothing was answered in " + seconds + " seconds");
        return new Done(all.length, taken, all[all.length / 2] / 1e6, all[(int) (all.length * 0.99)] / 1e6);
    }
}
