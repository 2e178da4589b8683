package org.nxsi.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Rosters stream through; what is too large is refused, early where the length is told. */
@Timeout(120)
class UploadTest {

    private static final int MB = 1024 * 1024;

    private static Issuer issuer;
    private static Upstream pension;
    private static Gateway gateway;

    /** Length of the last body that came to its end; one that another test has broken off may still be under way. */
    private static final AtomicLong received_bytes = new AtomicLong();

    @BeforeAll
    static void start() {
        issuer = new Issuer();
        pension = new Upstream().answering(exchange -> {
            try (InputStream body = exchange.getRequestBody()) {
                byte[] buffer = new byte[16 * 1024];
                long so_far_bytes = 0;
                for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                    so_far_bytes += read;
                }
                received_bytes.set(so_far_bytes);
            }
            Upstream.answer(exchange, 202, "{}");
        });
        gateway = new Gateway(issuer, "nxsi.gateway.upstream.services.pension=" + pension.uri());
    }

    @AfterAll
    static void stop() {
        gateway.close();
        pension.close();
        issuer.close();
    }

    @Test
    void a_roster_of_100_mb_streams_through() {
        received_bytes.set(0);
        Gateway.Answer answer = gateway.send(upload(gateway, 100));
        assertThat(answer.status()).isEqualTo(202);
        assertThat(received_bytes.get()).isEqualTo(100L * MB);
        assertThat(pension.last().headers().getFirst("Content-length")).isEqualTo(Long.toString(100L * MB));
        assertThat(pension.last().headers().getFirst("Idempotency-key")).isEqualTo("roster-100");
    }

    @Test
    void a_roster_of_untold_length_streams_through() {
        received_bytes.set(0);
        Gateway.Answer answer = gateway.send(gateway.request("/admin/v1/rosters", issuer.staff("clerk"))
                .header("Content-Type", "text/csv")
                .POST(megabytes(20)));
        assertThat(answer.status()).isEqualTo(202);
        assertThat(received_bytes.get()).isEqualTo(20L * MB);
    }

    @Test
    void a_caller_who_asks_first_need_not_send_a_roster_over_512_mb() throws IOException {
        String token = issuer.staff("clerk");
        URI door = URI.create(gateway.uri());
        try (Socket socket = new Socket(door.getHost(), door.getPort())) {
            String head =
                    "POST /admin/v1/rosters HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: text/csv\r\nExpect: 100-continue\r\n"
                            + "Content-Length: " + 513L * MB + "\r\nAuthorization: Bearer " + token + "\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 413").contains("roster-too-large");
        }
    }

    @Test
    void a_body_that_grows_too_large_on_the_way_is_refused() {
        Gateway.Answer answer = gateway.send(gateway.request("/admin/v1/disbursement-runs", issuer.staff("clerk"))
                .header("Content-Type", "application/json")
                .POST(megabytes(3)));
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.code()).isEqualTo("body-too-large");
    }

    @Test
    void a_told_body_over_1_mb_is_refused_on_other_routes() {
        Gateway.Answer answer = gateway.send(gateway.request("/admin/v1/disbursement-runs", issuer.staff("clerk"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(new byte[2 * MB])));
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.code()).isEqualTo("body-too-large");
    }

    @Test
    void a_caller_who_is_still_sending_hears_a_refusal_all_the_same() {
        try (Upstream strict = new Upstream().answering(exchange -> {
                    exchange.getRequestBody().readNBytes(1_000);
                    Upstream.answer(exchange, 400, "{\"code\":\"roster-header\"}");
                });
                Gateway other = new Gateway(
                        issuer,
                        "nxsi.gateway.upstream.services.pension=" + strict.uri(),
                        "nxsi.gateway.protection.limits.roster.body=40MB")) {
            Gateway.Answer byService = other.send(upload(other, 40));
            assertThat(byService.status()).isEqualTo(400);
            assertThat(byService.code()).isEqualTo("roster-header");

            Gateway.Answer byGateway = other.send(upload(other, 41));
            assertThat(byGateway.status()).isEqualTo(413);
            assertThat(byGateway.code()).isEqualTo("roster-too-large");
            assertThat(byGateway.json().path("limitBytes").asLong()).isEqualTo(40L * MB);
        }
    }

    private static HttpRequest.Builder upload(Gateway to, int megabytes) {
        return to.request("/admin/v1/rosters", issuer.staff("clerk"))
                .header("Content-Type", "text/csv")
                .header("Idempotency-Key", "roster-" + megabytes)
                .POST(BodyPublishers.fromPublisher(megabytes(megabytes), megabytes * (long) MB));
    }

    private static BodyPublisher megabytes(int count) {
        byte[] one = new byte[MB];
        return BodyPublishers.ofByteArrays(() -> Collections.nCopies(count, one).iterator());
    }
}
