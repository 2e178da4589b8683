package org.nxsi.local.store;

import de.bwaldvogel.mongo.MongoServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.function.Consumer;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The store as a server on 127.0.0.1 that any MongoDB driver can talk to.
 *
 * <p>As a program: {@code StoreServer --data DIR --port N --cache-mb N}; see {@link StoreMain}.
 */
public final class StoreServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StoreServer.class);
    private static final int CACHE_MB_IN_TESTS = 32;
    /** Smaller than the default: an update of one document rewrites its page. */
    private static final int PAGE_BYTES = 8 * 1024;

    private static final int BOSS_THREADS = 1;
    private static final int WORKER_THREADS = 48;

    private final MongoServer server;
    private final Compaction compaction;
    private final int port;
    private final @Nullable Path throwAway;

    private StoreServer(MongoServer server, Compaction compaction, int port, @Nullable Path throwAway) {
        this.server = server;
        this.compaction = compaction;
        this.port = port;
        this.throwAway = throwAway;
    }

    /**
     * Opens the store and listens.
     *
     * @param folder where the store's file lies, made if missing; null keeps everything in memory
     * @param port TCP port on 127.0.0.1; 0 takes any free one
     * @param cache_mb page cache in MiB
     * @throws StoreUnavailable when the folder cannot be written, another process has the file, or the port is taken
     */
    public static StoreServer start(@Nullable Path folder, int port, int cache_mb) {
        return start(folder, port, cache_mb, null, new Room(folder, Room.RESERVE_MB, null), StoreServer::log);
    }

    /** @param onFailure called once, on whatever thread it happens, when the store cannot write its file any more */
    static StoreServer start(Path folder, int port, int cache_mb, Room room, Consumer<RuntimeException> onFailure) {
        return start(folder, port, cache_mb, null, room, onFailure);
    }

    /** A store for a test: any free port, a folder of its own that {@link #close} removes. */
    public static StoreServer inTempFolder() {
        try {
            Path folder = Files.createTempDirectory("nxsi-store");
            return start(
                    folder, 0, CACHE_MB_IN_TESTS, folder, new Room(folder, Room.RESERVE_MB, null), StoreServer::log);
        } catch (IOException e) {
            throw new StoreUnavailable("cannot make a temporary folder: " + e.getMessage(), e);
        }
    }

    private static void log(RuntimeException failure) {
        LOG.error("the store cannot write its file any more: {}", failure.toString());
    }

    private static StoreServer start(
            @Nullable Path folder,
            int port,
            int cache_mb,
            @Nullable Path throwAway,
            Room room,
            Consumer<RuntimeException> onFailure) {
        StoreLogging.quieten();
        DurableStore store = new DurableStore(open(folder, cache_mb), onFailure);
        MongoServer server = new MongoServer(new StoreBackend(store, room));
        Compaction compaction = new Compaction(store);
        try {
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BOSS_THREADS, WORKER_THREADS);
        } catch (Exception e) { // Netty throws the BindException undeclared, and the server has closed the store
            compaction.close();
            throw new StoreUnavailable("cannot listen on 127.0.0.1 port " + port + ": " + e.getMessage(), e);
        }
        return new StoreServer(server, compaction, server.getLocalAddress().getPort(), throwAway);
    }

    private static MVStore open(@Nullable Path folder, int cache_mb) {
        MVStore.Builder builder = new MVStore.Builder()
                .autoCommitDisabled()
                .autoCommitBufferSize(0)
                .pageSplitSize(PAGE_BYTES)
                .cacheSize(cache_mb);
        if (folder == null) {
            return builder.open();
        }
        try {
            Files.createDirectories(folder);
            return builder.fileName(folder.resolve("store.mv").toString()).open();
        } catch (IOException | MVStoreException e) {
            throw new StoreUnavailable("cannot open the store in " + folder + ": " + e.getMessage(), e);
        }
    }

    /** Connection string for a MongoDB driver, without a database name. */
    public String uri() {
        return "mongodb://127.0.0.1:" + port;
    }

    public int port() {
        return port;
    }

    /** Disconnects all clients, commits and closes the file. */
    @Override
    public void close() {
        compaction.close();
        server.shutdownNow();
        if (throwAway != null) {
            delete(throwAway);
        }
    }

    private static void delete(Path folder) {
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }
            });
            Files.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
