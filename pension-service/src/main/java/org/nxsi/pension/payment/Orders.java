package org.nxsi.pension.payment;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.List;
import java.util.function.Supplier;
import org.bson.Document;
import org.bson.types.Binary;
import org.nxsi.platform.partner.Seal;
import org.nxsi.platform.store.MissingDocuments;
import org.springframework.stereotype.Component;

/**
 * The canonical bytes of every message to a bank, stored before it is sent. A message id has one content for ever,
 * so a repetition is the same to the last byte.
 */
@Component
class Orders {

    private final MongoCollection<Document> orders;

    Orders(MongoDatabase database) {
        this.orders = database.getCollection("orders");
    }

    /**
     * A stored message.
     *
     * @param digest SM3 of the bytes, hex
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on to the bank, never compared
    record Order(String messageId, byte[] bytes, String digest) {}

    /** What is stored under the id; if nothing is, what is made now, once it is stored. */
    Order storedOnce(String messageId, Supplier<byte[]> made) {
        Document stored = orders.find(eq("_id", messageId)).first();
        if (stored == null) {
            byte[] bytes = made.get();
            String digest = Seal.digest(bytes);
            Document order = new Document("_id", messageId)
                    .append("digest", digest)
                    .append("bytes", new Binary(Compressed.of(bytes)));
            boolean another = !MissingDocuments.insert(orders, List.of(order)).isEmpty();
            return another ? stored(messageId) : new Order(messageId, bytes, digest);
        }
        return order(stored);
    }

    /** @throws IllegalStateException if nothing is stored under the id */
    Order stored(String messageId) {
        Document stored = orders.find(eq("_id", messageId)).first();
        if (stored == null) {
            throw new IllegalStateException("no stored order " + messageId);
        }
        return order(stored);
    }

    private static Order order(Document stored) {
        return new Order(
                stored.getString("_id"),
                Compressed.bytes(stored.get("bytes", Binary.class).getData()),
                stored.getString("digest"));
    }
}
