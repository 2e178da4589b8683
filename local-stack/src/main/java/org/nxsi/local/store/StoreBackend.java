package org.nxsi.local.store;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoBackend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.MongoServerException;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import io.netty.channel.Channel;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers commands. Each reads one committed state, and what it writes is in the file before its answer leaves: a
 * client never sees anything that kill -9 could take back.
 */
final class StoreBackend extends AbstractMongoBackend {

    static final String DOCUMENTS = "documents.";

    private static final Logger LOG = LoggerFactory.getLogger(StoreBackend.class);
    private static final int UNKNOWN_ERROR = 8;

    private final DurableStore store;
    private final Room room;
    private final StoreCursors cursors = new StoreCursors(getCursorRegistry());

    StoreBackend(DurableStore store, Room room) {
        this.store = store;
        this.room = room;
        store.names().stream()
                .filter(name -> name.startsWith(DOCUMENTS))
                .map(name -> name.substring(DOCUMENTS.length(), name.indexOf('.', DOCUMENTS.length())))
                .distinct()
                .forEach(this::resolveDatabase);
        store.commit();
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String name) {
        return new StoreDatabase(name, store, cursors);
    }

    @Override
    public Document handleMessage(MongoMessage message) {
        try (var _ = store.visit()) {
            return answer(message);
        } catch (RuntimeException e) {
            LOG.error("the store cannot commit: {}", e.toString());
            return failure(UNKNOWN_ERROR, "UnknownError", "the store cannot commit");
        }
    }

    /** Errors are answers too; none is logged with its document, which may hold personal data. */
    private Document answer(MongoMessage message) {
        try {
            return super.handleMessage(message);
        } catch (MongoServerError e) {
            return failure(e.getCode(), String.valueOf(e.getCodeName()), e.getMessageWithoutErrorCode());
        } catch (MongoServerException e) {
            return failure(UNKNOWN_ERROR, "UnknownError", e.getMessageWithoutErrorCode());
        } catch (RuntimeException e) {
            String command = message.getDocument().keySet().iterator().next();
            LOG.error("{} failed", command, e);
            return failure(UNKNOWN_ERROR, "UnknownError", "unknown error: " + e);
        }
    }

    private static Document failure(int code, String name, String message) {
        return new Document("ok", 0)
                .append("errmsg", message)
                .append("code", code)
                .append("codeName", name);
    }

    @Override
    public Document handleCommand(Channel channel, String database, String command, Document query) {
        room.requireFor(command);
        return switch (command.toLowerCase(Locale.ROOT)) {
            case "hello" ->
                super.handleCommand(channel, database, "ismaster", query).append("isWritablePrimary", true);
            case "listdatabases" -> listDatabases();
            default -> super.handleCommand(channel, database, command, query);
        };
    }

    private Document listDatabases() {
        List<Document> databases = listDatabaseNames().stream()
                .sorted()
                .map(name -> new Document("name", name)
                        .append("empty", resolveDatabase(name).isEmpty()))
                .toList();
        return new Document("databases", databases).append("ok", 1.0);
    }

    @Override
    public void close() {
        super.close();
        store.close();
    }
}
