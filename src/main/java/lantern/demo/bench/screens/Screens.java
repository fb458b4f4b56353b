package lantern.demo.bench.screens;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import lantern.demo.bench.Figures;
import lantern.demo.bench.Wire;

/**
 * One authority's screens, asked over one connection by somebody signed in.
 *
 * @param owner a connection as the owner of the tables, for filling them and for floors
 */
public record Screens(Connection owner, Wire wire, String cookie, String authority) {
    /** Until the JVM has compiled what a request runs through. */
    private static final int WARMING = 200;

    private static final int ROUNDS = 100;

    public Map<String, Object> board() throws SQLException, IOException {
        return new BoardList(this).measure();
    }

    public Map<String, Object> tracker() throws SQLException, IOException {
        return new TrackerList(this).measure();
    }

    public Map<String, Object> answer() throws SQLException, IOException {
        return new AnswerSaved(this).measure();
    }

    interface Request {
        void once(int round) throws SQLException, IOException;
    }

    /** The median of each in milliseconds; they are made in turns, so that all meet the same noise. */
    static double[] medians(Request... requests) throws SQLException, IOException {
        var times = new double[requests.length][ROUNDS];
        for (var round = -WARMING; round < ROUNDS; round++) {
            for (var which = 0; which < requests.length; which++) {
                var from = System.nanoTime();
                requests[which].once(round + WARMING);
                if (round >= 0) times[which][round] = (System.nanoTime() - from) / 1e6;
            }
        }
        var medians = new double[requests.length];
        for (var which = 0; which < requests.length; which++) medians[which] = Figures.median(times[which]);
        return medians;
    }

    void get(String path) throws IOException {
        var answer = wire.get(path, cookie);
        if (answer.status() != 200) throw new IOException(path + " answered " + answer.status());
    }

    /**
     * How many rows there are when at least so many were asked for.
     *
     * @param count selects their number, given the authority's code
     * @param more inserts some, given the authority's code and how many
     */
    int atLeast(int wanted, String count, String more, String analyze) throws SQLException {
        var there = number(count);
        if (there >= wanted) return there;
        try (var statement = owner.prepareStatement(more)) {
            statement.setString(1, authority);
            statement.setInt(2, wanted - there);
            statement.executeUpdate();
        }
        try (var statement = owner.createStatement()) {
            statement.execute("analyze " + analyze);
        }
        return number(count);
    }

    private int number(String count) throws SQLException {
        try (var statement = owner.prepareStatement(count)) {
            statement.setString(1, authority);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }
}
