package org.nxsi.simulators.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The JDK's own HTTP server on virtual threads: six small banks need no more, and it is up at once. */
public final class SimulatorServer implements Closeable {

    private static final Logger LOG = LoggerFactory.getLogger(SimulatorServer.class);
    private static final int BACKLOG = 256;

    static {
        // without it every small answer waits 40 ms for the client's delayed acknowledgement
        System.setProperty("sun.net.httpserver.nodelay", "true");
        System.setProperty("sun.net.httpserver.maxIdleConnections", "500");
    }

    private final HttpServer server;
    private final ExecutorService threads;
    private final CountDownLatch closing = new CountDownLatch(1);

    private SimulatorServer(HttpServer server, ExecutorService threads) {
        this.server = server;
        this.threads = threads;
    }

    /**
     * Listens at the address.
     *
     * @throws IOException if the address is taken
     */
    public static SimulatorServer start(InetSocketAddress address, BankApi banks, OracleApi oracle, MedicalApi medical)
            throws IOException {
        Routes routes = new Routes();
        banks.addTo(routes);
        oracle.addTo(routes);
        medical.addTo(routes);
        HttpServer server = HttpServer.create(address, BACKLOG);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        server.setExecutor(threads);
        SimulatorServer simulator = new SimulatorServer(server, threads);
        server.createContext("/", exchange -> simulator.handle(routes, exchange));
        server.start();
        return simulator;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** Lets requests that are being answered end, for a second. */
    @Override
    public void close() {
        closing.countDown();
        server.stop(1);
        threads.shutdown();
    }

    private void handle(Routes routes, HttpExchange exchange) throws IOException {
        try (exchange) {
            send(exchange, answer(routes, exchange));
        } catch (Unanswered silence) {
            awaitClosing(silence.held());
        }
    }

    private void awaitClosing(Duration held) {
        try {
            closing.await(held.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Answer answer(Routes routes, HttpExchange exchange) {
        try {
            return routes.answer(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().getPath(),
                    exchange.getRequestURI().getRawQuery(),
                    exchange.getRequestBody());
        } catch (Refusal refusal) {
            return Answer.problem(refusal);
        } catch (Unanswered silence) {
            throw silence;
        } catch (Exception e) {
            LOG.error(
                    "{} {} failed",
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().getPath(),
                    e);
            return Answer.problem(500, "internal", "the simulator failed; its log says how");
        }
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", answer.contentType());
        exchange.sendResponseHeaders(answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(answer.body());
        }
    }
}
