package org.nxsi.local.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** A question that a part answers yes to once it can be used; asked again and again, so it is cheap and never throws. */
@FunctionalInterface
interface Readiness {

    int CONNECT_LIMIT_MS = 300;
    Duration ANSWER_LIMIT = Duration.ofSeconds(2);
    HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofMillis(CONNECT_LIMIT_MS))
            .build();

    boolean isReady() throws InterruptedException;

    /** The address answers with a 2xx. */
    static Readiness http(URI address) {
        HttpRequest request =
                HttpRequest.newBuilder(address).timeout(ANSWER_LIMIT).build();
        return () -> {
            try {
                int status = HTTP.send(request, HttpResponse.BodyHandlers.discarding())
                        .statusCode();
                return status / 100 == 2;
            } catch (IOException notYet) {
                return false;
            }
        };
    }

    /** Somebody listens on the port. */
    static Readiness port(int port) {
        return () -> {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), CONNECT_LIMIT_MS);
                return true;
            } catch (IOException notYet) {
                return false;
            }
        };
    }

    /** The part has written the file. */
    static Readiness file(Path file) {
        return () -> Files.exists(file);
    }
}
