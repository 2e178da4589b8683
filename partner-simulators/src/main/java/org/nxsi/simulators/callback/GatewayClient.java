package org.nxsi.simulators.callback;

import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.nxsi.platform.partner.SealedMessage;

/** The bureau's partner API as a bank sees it. */
final class GatewayClient implements Closeable {

    private static final Duration CONNECTING = Duration.ofSeconds(3);
    private static final Duration ANSWERING = Duration.ofSeconds(20);

    private final GatewaySettings settings;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECTING)
            .build();
    private final PartnerTokens tokens;

    GatewayClient(GatewaySettings settings) {
        this.settings = settings;
        this.tokens = new PartnerTokens(http, settings);
    }

    /** @throws IOException unless the bureau says that it has stored the report */
    void report(String bank, SealedMessage report) throws IOException, InterruptedException {
        URI uri = URI.create(settings.gateway() + "/partner/v1/banks/" + bank + "/payment-status-reports");
        HttpRequest request = HttpRequest.newBuilder(uri)
                .timeout(ANSWERING)
                .header("Authorization", "Bearer " + tokens.of(bank))
                .header("Content-Type", SealedMessage.MEDIA_TYPE)
                .header("Idempotency-Key", report.messageId())
                .POST(HttpRequest.BodyPublishers.ofByteArray(report.toJson()))
                .build();
        int status = http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        if (status == 401) {
            tokens.forget(bank);
        }
        if (status / 100 != 2) {
            throw new IOException("the gateway answers " + status);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
