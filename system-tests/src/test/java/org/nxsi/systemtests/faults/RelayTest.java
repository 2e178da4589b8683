package org.nxsi.systemtests.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RelayTest {

    private static final int SHORT_MS = 300;
    private static final int LONG_MS = 10_000;

    private ServerSocket echo;
    private Relay relay;

    @BeforeEach
    void open() throws IOException {
        echo = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::echo);
        relay = Relay.open(0, echo.getLocalPort());
    }

    @AfterEach
    void close() throws IOException {
        relay.close();
        echo.close();
    }

    @Test
    void what_goes_in_comes_out_both_ways() throws IOException {
        try (Socket client = connect(LONG_MS)) {
            assertThat(sayAndHear(client, "hello")).isEqualTo("hello");
            assertThat(sayAndHear(client, "again")).isEqualTo("again");
        }
    }

    @Test
    void a_cut_ends_every_connection_and_the_next_one_is_taken() throws IOException {
        try (Socket client = connect(LONG_MS)) {
            assertThat(sayAndHear(client, "hello")).isEqualTo("hello");
            relay.cut();
            assertThatThrownBy(() -> sayAndHear(client, "there?")).isInstanceOf(IOException.class);
        }
        try (Socket next = connect(LONG_MS)) {
            assertThat(sayAndHear(next, "hello")).isEqualTo("hello");
        }
    }

    @Test
    void a_stall_holds_everything_back_and_loses_nothing() throws IOException {
        try (Socket client = connect(SHORT_MS)) {
            assertThat(sayAndHear(client, "hello")).isEqualTo("hello");
            relay.stall();
            assertThatThrownBy(() -> sayAndHear(client, "later")).isInstanceOf(SocketTimeoutException.class);
            relay.resume();
            client.setSoTimeout(LONG_MS);
            assertThat(hear(client, "later".length())).isEqualTo("later");
        }
    }

    @Test
    void a_delay_makes_both_ways_longer() throws IOException {
        try (Socket client = connect(LONG_MS)) {
            relay.delay(100);
            long began_ns = System.nanoTime();
            assertThat(sayAndHear(client, "hello")).isEqualTo("hello");
            assertThat((System.nanoTime() - began_ns) / 1_000_000).isGreaterThanOrEqualTo(200);
        }
    }

    @Test
    void nobody_behind_it_ends_the_connection() throws IOException {
        echo.close();
        try (Socket client = connect(LONG_MS)) {
            assertThatThrownBy(() -> sayAndHear(client, "hello")).isInstanceOf(IOException.class);
        }
    }

    private Socket connect(int timeout_ms) throws IOException {
        Socket client = new Socket(InetAddress.getLoopbackAddress(), relay.port());
        client.setSoTimeout(timeout_ms);
        return client;
    }

    private static String sayAndHear(Socket client, String text) throws IOException {
        client.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        return hear(client, text.length());
    }

    private static String hear(Socket client, int length) throws IOException {
        byte[] bytes = client.getInputStream().readNBytes(length);
        if (bytes.length < length) {
            throw new IOException("the connection ended");
        }
        return new String(bytes, StandardCharsets.US_ASCII);
    }

    private void echo() {
        while (!echo.isClosed()) {
            try {
                Socket client = echo.accept();
                Thread.ofVirtual().start(() -> {
                    try (client) {
                        client.getInputStream().transferTo(client.getOutputStream());
                    } catch (IOException gone) {
                        // so is the client
                    }
                });
            } catch (IOException closed) {
                return;
            }
        }
    }
}
