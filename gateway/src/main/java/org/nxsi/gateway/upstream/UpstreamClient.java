package org.nxsi.gateway.upstream;

import java.io.IOException;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.impl.io.MonitoringResponseOutOfOrderStrategy;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.nxsi.gateway.upstream.Deadlines.Deadline;

/**
 * The connections to all services. Blocking, so that on a virtual thread a body streams from socket to socket through
 * one small buffer. It follows no redirect, keeps no cookie, unpacks nothing and repeats nothing on its own.
 */
final class UpstreamClient implements AutoCloseable {

    /** A service may refuse a long body before its end; looked for as often as this much has been sent. */
    private static final long EARLY_ANSWER_CHECK_BYTES = 16 * 1024;

    private final CloseableHttpClient client;
    private final Deadlines deadlines = new Deadlines();

    UpstreamClient(UpstreamSettings settings) {
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .responseOutOfOrderStrategy(new MonitoringResponseOutOfOrderStrategy(EARLY_ANSWER_CHECK_BYTES))
                        .build())
                .setMaxConnPerRoute(settings.connections())
                .setMaxConnTotal(settings.connections() * 16)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(settings.connectTime()))
                        .setValidateAfterInactivity(TimeValue.ofMilliseconds(500))
                        .setTimeToLive(TimeValue.ofMinutes(5))
                        .build())
                .build();
        client = HttpClients.custom()
                .setConnectionManager(connections)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(Timeout.of(settings.leaseTime()))
                        .build())
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .disableDefaultUserAgent()
                .evictIdleConnections(TimeValue.of(30, TimeUnit.SECONDS))
                .build();
    }

    /** Sends a request and returns once the head of the answer is there; its body is still to be read. */
    Call send(HttpUriRequestBase request, URI instance, long limit_ms) throws IOException {
        Deadline deadline = deadlines.start(request, limit_ms);
        try {
            ClassicHttpResponse response = client.executeOpen(HttpHost.create(instance), request, null);
            return new Call(request, response, deadline);
        } catch (IOException failed) {
            deadline.close();
            throw deadline.hasPassed() ? new TimeUp(failed) : failed;
        } catch (RuntimeException failed) {
            deadline.close();
            throw failed;
        }
    }

    @Override
    public void close() throws IOException {
        deadlines.close();
        client.close();
    }

    /** An answer under way. */
    record Call(HttpUriRequestBase request, ClassicHttpResponse response, Deadline deadline) implements AutoCloseable {

        /** To be called when the body has been read to its end: the connection may be used again. */
        void finish() throws IOException {
            deadline.close();
            response.close();
        }

        /** Breaks off whatever is still coming. */
        @Override
        public void close() {
            deadline.close();
            request.cancel();
        }
    }

    /** The time limit of the route has passed. */
    static final class TimeUp extends IOException {

        TimeUp(IOException cause) {
            super(cause);
        }
    }
}
