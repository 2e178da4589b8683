package org.nxsi.gateway.upstream;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.HttpHostConnectException;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.HttpEntity;
import org.jspecify.annotations.Nullable;
import org.nxsi.gateway.upstream.UpstreamClient.Call;
import org.nxsi.platform.web.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.gateway.server.mvc.handler.GatewayServerResponse;
import org.springframework.cloud.gateway.server.mvc.handler.ProxyExchange;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Passes one request on to an instance of the service that the route's URI names, and its answer back. Both bodies are
 * streamed. Another instance is tried where nothing can have happened at the first: no connection, or a read.
 */
final class UpstreamExchange implements ProxyExchange {

    private static final Logger log = LoggerFactory.getLogger(UpstreamExchange.class);
    private static final int BUFFER_BYTES = 16 * 1024;

    private final Services services;
    private final UpstreamClient client;
    private final UpstreamSettings settings;

    UpstreamExchange(Services services, UpstreamClient client, UpstreamSettings settings) {
        this.services = services;
        this.client = client;
        this.settings = settings;
    }

    @Override
    public ServerResponse exchange(Request request) {
        URI uri = Objects.requireNonNull(request.getUri());
        Service service = services.named(uri.getHost());
        RouteLimits limits = RouteLimits.of(request.getServerRequest());
        refuseTooLarge(request.getServerRequest(), limits);
        return answer(request, call(request, uri, service, limits), service);
    }

    private Call call(Request request, URI uri, Service service, RouteLimits limits) {
        List<Instance> instances = service.inTurn();
        for (int i = 0; ; i++) {
            Instance instance = instances.get(i);
            try {
                Call call = client.send(prepare(request, uri, instance, limits), instance.uri(), limits.time_ms());
                instance.markUp();
                return call;
            } catch (BoundedBody.TooLarge tooLarge) {
                throw tooLarge(limits);
            } catch (BoundedBody.CallerGone gone) {
                throw Problem.of(400, "body-incomplete", "the body broke off").exception();
            } catch (IOException failed) {
                boolean unreached =
                        failed instanceof HttpHostConnectException || failed instanceof ConnectTimeoutException;
                if (unreached) {
                    instance.markDown(settings.downTime().toNanos());
                }
                boolean isLast = i == instances.size() - 1;
                if (isLast || !(unreached || mayRepeat(request, failed))) {
                    throw failure(service, failed);
                }
                log.warn("{} at {}: {}; trying the next instance", service.name(), instance, failed.toString());
            }
        }
    }

    private static boolean mayRepeat(Request request, IOException failed) {
        return request.getMethod().equals(HttpMethod.GET) && !(failed instanceof UpstreamClient.TimeUp);
    }

    private HttpUriRequestBase prepare(Request request, URI uri, Instance instance, RouteLimits limits)
            throws IOException {
        URI target = UriComponentsBuilder.fromUri(uri)
                .scheme(instance.uri().getScheme())
                .host(instance.uri().getHost())
                .port(instance.uri().getPort())
                .build(true)
                .toUri();
        HttpUriRequestBase call = new HttpUriRequestBase(request.getMethod().name(), target);
        request.getHeaders().forEach((name, values) -> values.forEach(value -> call.addHeader(name, value)));
        call.setEntity(body(request.getServerRequest(), limits));
        return call;
    }

    private static @Nullable HttpEntity body(ServerRequest request, RouteLimits limits) throws IOException {
        var servletRequest = request.servletRequest();
        if (servletRequest.getContentLengthLong() == 0
                || servletRequest.getInputStream().isFinished()) {
            return null;
        }
        BoundedBody body = new BoundedBody(servletRequest.getInputStream(), limits.body_bytes());
        return new StreamedBody(body, servletRequest.getContentLengthLong());
    }

    private static void refuseTooLarge(ServerRequest request, RouteLimits limits) {
        if (request.servletRequest().getContentLengthLong() > limits.body_bytes()) {
            throw tooLarge(limits);
        }
    }

    private static RuntimeException tooLarge(RouteLimits limits) {
        return Problem.of(413, limits.tooLargeCode(), "at most " + limits.body_bytes() + " bytes are taken here")
                .with("limitBytes", limits.body_bytes())
                .exception();
    }

    private static UpstreamFailure failure(Service service, IOException failed) {
        String reason = switch (failed) {
            case UpstreamClient.TimeUp ignored -> "did not answer in time";
            case ConnectionRequestTimeoutException ignored -> "has no connection to spare";
            case HttpHostConnectException ignored -> "cannot be reached";
            case ConnectTimeoutException ignored -> "cannot be reached";
            default -> "broke off";
        };
        log.warn("{} {}: {}", service.name(), reason, failed.toString());
        return new UpstreamFailure(service.name(), reason, failed);
    }

    private static ServerResponse answer(Request request, Call call, Service service) {
        var response = call.response();
        HttpHeaders headers = new HttpHeaders();
        for (var header : response.getHeaders()) {
            headers.add(header.getName(), header.getValue());
        }
        ServerResponse answer = GatewayServerResponse.status(response.getCode())
                .build((servletRequest, servletResponse) -> {
                    try (call) {
                        pass(call, servletResponse.getOutputStream());
                    } catch (IOException failed) {
                        log.warn("an answer of {} broke off: {}", service.name(), failed.toString());
                        throw failed;
                    }
                    return null;
                });
        request.getResponseConsumers()
                .forEach(consumer -> consumer.accept(new Head(response.getCode(), headers), answer));
        return answer;
    }

    private static void pass(Call call, OutputStream out) throws IOException {
        HttpEntity entity = call.response().getEntity();
        if (entity != null) {
            InputStream in = entity.getContent();
            byte[] buffer = new byte[BUFFER_BYTES];
            boolean live = isEventStream(entity);
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                out.write(buffer, 0, read);
                if (live) {
                    out.flush();
                }
            }
        }
        call.finish();
    }

    private static boolean isEventStream(HttpEntity entity) {
        String type = entity.getContentType();
        return type != null && type.startsWith("text/event-stream");
    }

    /** The head of a service's answer, for the gateway's response header filters. */
    private record Head(int code, HttpHeaders headers) implements Response {

        @Override
        public HttpStatusCode getStatusCode() {
            return HttpStatusCode.valueOf(code);
        }

        @Override
        public HttpHeaders getHeaders() {
            return headers;
        }
    }
}
