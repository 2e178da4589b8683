package org.nxsi.systemtests.faults;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/** Passes TCP connections on to another port of this machine, and can be told to do so badly. */
final class Relay implements Closeable {

    private static final int BUFFER_BYTES = 64 * 1024;
    private static final int CONNECT_LIMIT_MS = 2_000;
    private static final Duration STALL_LOOK = Duration.ofMillis(20);
    private static final int BACKLOG = 256;

    private final ServerSocket door;
    private final int target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile int delay_ms;
    private volatile boolean stalled;

    private Relay(ServerSocket door, int target) {
        this.door = door;
        this.target = target;
    }

    /**
     * Listens and passes on, until closed.
     *
     * @param port on 127.0.0.1; 0 takes any free one
     * @param target port on 127.0.0.1, where nobody needs to listen yet
     */
    static Relay open(int port, int target) {
        try {
            ServerSocket door = new ServerSocket(port, BACKLOG, InetAddress.getLoopbackAddress());
            Relay relay = new Relay(door, target);
            Thread.ofVirtual().name("relay-" + port).start(relay::accept);
            return relay;
        } catch (IOException taken) {
            throw new UncheckedIOException("relay port " + port, taken);
        }
    }

    int port() {
        return door.getLocalPort();
    }

    /** Closes every connection; new ones are taken. */
    void cut() {
        open.forEach(Relay::close);
    }

    /** Every piece of data comes so much later. */
    void delay(int millis) {
        delay_ms = millis;
    }

    /** Connections stay, and are taken, but nothing moves until {@link #resume}. */
    void stall() {
        stalled = true;
    }

    void resume() {
        stalled = false;
    }

    void heal() {
        delay(0);
        resume();
    }

    @Override
    public void close() throws IOException {
        door.close();
        heal();
        cut();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket from = door.accept();
                open.add(from);
                Thread.ofVirtual().start(() -> connect(from));
            } catch (IOException closed) {
                // either the door was closed, or the next one may do better
            }
        }
    }

    private void connect(Socket from) {
        Socket to = new Socket();
        open.add(to);
        try {
            to.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target), CONNECT_LIMIT_MS);
            from.setTcpNoDelay(true);
            to.setTcpNoDelay(true);
            Thread.ofVirtual().start(() -> pump(from, to));
            pump(to, from);
        } catch (IOException nobodyThere) {
            end(from, to);
        }
    }

    /** What is under way when an end closes is lost, as on a wire. */
    private void pump(Socket from, Socket to) {
        byte[] buffer = new byte[BUFFER_BYTES];
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                linger();
                out.write(buffer, 0, read);
                out.flush();
            }
        } catch (IOException cut) {
            // the other pump sees it too
        } finally {
            end(from, to);
        }
    }

    private void linger() {
        if (delay_ms > 0) {
            LockSupport.parkNanos(Duration.ofMillis(delay_ms).toNanos());
        }
        while (stalled) {
            LockSupport.parkNanos(STALL_LOOK.toNanos());
        }
    }

    private void end(Socket one, Socket other) {
        close(one);
        close(other);
        open.remove(one);
        open.remove(other);
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException gone) {
            // it is closed either way
        }
    }
}
