package org.nxsi.pension.payment;

import static com.mongodb.client.model.Filters.gt;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.partner.PaymentOrder;
import org.nxsi.platform.partner.Seal;
import org.springframework.stereotype.Component;

/** For auditors: every stored message to a bank, read again from its bytes. */
@Component
public class StoredOrders {

    /** Most messages at once: each is decompressed and read. */
    public static final int MOST = 200;

    private final MongoCollection<Document> orders;

    StoredOrders(MongoDatabase database) {
        this.orders = database.getCollection("orders");
    }

    /**
     * What a stored message holds.
     *
     * @param digest SM3 that was stored with the bytes, hex
     * @param digestOfBytes SM3 of the bytes as they are now, hex
     * @param payments how many the bytes ask for
     * @param amount their sum
     */
    public record Content(
            String messageId, String batch, String digest, String digestOfBytes, int payments, Fen amount) {}

    /** In the order of their ids. */
    public List<Content> page(@Nullable String afterId, int limit) {
        Bson filter = afterId == null ? Filters.empty() : gt("_id", afterId);
        return orders.find(filter)
                .sort(Sorts.ascending("_id"))
                .limit(limit)
                .map(StoredOrders::content)
                .into(new ArrayList<>());
    }

    private static Content content(Document stored) {
        String messageId = stored.getString("_id");
        byte[] bytes = Compressed.bytes(stored.get("bytes", Binary.class).getData());
        List<PaymentOrder.Block> blocks = PaymentOrder.read(bytes).blocks();
        return new Content(
                messageId,
                BankReports.batchOf(messageId),
                stored.getString("digest"),
                Seal.digest(bytes),
                blocks.stream().mapToInt(block -> block.payments().size()).sum(),
                blocks.stream().map(PaymentOrder.Block::total).reduce(Fen.ZERO, Fen::plus));
    }
}
