package lantern.demo.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * One kept-alive HTTP/1.1 connection to this machine. It does as little as possible, because on two cores whatever the
 * driver uses is taken from the server it measures.
 */
public final class Wire implements AutoCloseable {
    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;

    public Wire(int port) throws IOException {
        socket = new Socket();
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(60_000);
        socket.connect(new InetSocketAddress("127.0.0.1", port), 5_000);
        in = new BufferedInputStream(socket.getInputStream(), 64 * 1024);
        out = socket.getOutputStream();
    }

    /** Status and length of the answer's body. */
    public record Answer(int status, int length, String text) {}

    public Answer get(String path, String header) throws IOException {
        return get(path, header, false);
    }

    public Answer get(String path, String header, boolean keepText) throws IOException {
        return send("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" + header + "\r\n\r\n", new byte[0], keepText);
    }

    public Answer post(String path, String header, byte[] json, boolean keepText) throws IOException {
        return post(path, header, "application/json", json, keepText);
    }

    /** A form's fields, percent-encoded already. */
    public Answer post(String path, String header, String fields) throws IOException {
        return post(
                path, header, "application/x-www-form-urlencoded", fields.getBytes(StandardCharsets.US_ASCII), false);
    }

    private Answer post(String path, String header, String type, byte[] body, boolean keepText) throws IOException {
        var head = "POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: " + type + "\r\nContent-Length: "
                + body.length + "\r\n" + header + "\r\n\r\n";
        return send(head, body, keepText);
    }

    private Answer send(String head, byte[] body, boolean keepText) throws IOException {
        var bytes = head.getBytes(StandardCharsets.ISO_8859_1);
        var message = java.util.Arrays.copyOf(bytes, bytes.length + body.length);
        System.arraycopy(body, 0, message, bytes.length, body.length);
        out.write(message);
        out.flush();
        var status = Integer.parseInt(line().substring(9, 12));
        var length = -1;
        var chunked = false;
        for (var header = line(); !header.isEmpty(); header = line()) {
            var lower = header.toLowerCase(java.util.Locale.ROOT);
            if (lower.startsWith("content-length:"))
                length = Integer.parseInt(lower.substring(15).strip());
            if (lower.startsWith("transfer-encoding:") && lower.contains("chunked")) chunked = true;
        }
        var read = new java.io.ByteArrayOutputStream();
        if (chunked) {
            for (var size = Integer.parseInt(line().strip(), 16);
                    size > 0;
                    size = Integer.parseInt(line().strip(), 16)) {
                read.write(in.readNBytes(size));
                line();
            }
            line();
        } else if (length > 0) {
            read.write(in.readNBytes(length));
        }
        return new Answer(status, read.size(), keepText ? read.toString(StandardCharsets.UTF_8) : "");
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (var c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) throw new IOException("the server closed the connection");
            if (c != '\r') line.append((char) c);
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
