package org.nxsi.systemtests.evidence;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** Answers as gateway and banks would, two items a page, from lists that a test fills. */
final class SmallBureau implements AutoCloseable {

    private static final int PAGE = 2;
    private static final String TOKEN = "the auditor's token";

    private final HttpServer server;
    private final Map<String, List<String>> lists = new HashMap<>();
    private final Map<String, Runnable> whenRead = new HashMap<>();
    private final AtomicInteger busy = new AtomicInteger();

    SmallBureau() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    List<String> list(String name) {
        return lists.computeIfAbsent(name, any -> new ArrayList<>());
    }

    /** Happens each time after the list was read. */
    void whenRead(String name, Runnable happens) {
        whenRead.put(name, happens);
    }

    /** The next so many answers ask to come again. */
    void busyFor(int answers) {
        busy.set(answers);
    }

    AuditedSystem system() {
        return new AuditedSystem(
                address(), address(), "auditor", Optional.of(TOKEN), Optional.of(address()), Optional.empty());
    }

    AuditedSystem seenByAnother() {
        return new AuditedSystem(
                address(), address(), "clerk", Optional.of("a clerk's"), Optional.empty(), Optional.empty());
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (busy.getAndDecrement() > 0) {
                send(exchange, 503, "{}");
                return;
            }
            String path = exchange.getRequestURI().getPath();
            boolean open = path.startsWith("/oracle") || path.equals("/banks");
            if (!open
                    && !("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                send(exchange, 403, "{\"code\":\"role-required\"}");
                return;
            }
            send(exchange, 200, body(path, exchange.getRequestURI().getQuery()));
        }
    }

    private synchronized String body(String path, String query) {
        return switch (path) {
            case "/oracle/payout-accounts" ->
                "[{\"bank\":\"102\",\"scheme\":\"110\",\"account\":\"1\",\"balanceFen\":7}]";
            case "/banks" -> "[{\"code\":\"102\"}]";
            case "/admin/v1/audit/standing" ->
                "{\"at\":\"2020-03-11T00:00:00Z\",\"outboxes\":[],\"beneficiaries\":{\"ACTIVE\":1}}";
            default -> page(path.substring(path.lastIndexOf('/') + 1), query);
        };
    }

    private String page(String name, String query) {
        List<String> all = list(name);
        int from = query.contains("cursor=") ? Integer.parseInt(query.substring(query.indexOf("cursor=") + 7)) : 0;
        int to = Math.min(all.size(), from + PAGE);
        String items = all.subList(from, to).stream().collect(Collectors.joining(","));
        String next = to < all.size() ? ",\"next\":\"" + to + "\"" : "";
        if (next.isEmpty()) {
            whenRead.getOrDefault(name, () -> {}).run();
        }
        return "{\"items\":[" + items + "]" + next + "}";
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
