package org.nxsi.systemtests.laws;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nxsi.systemtests.evidence.Batch;
import org.nxsi.systemtests.evidence.Evidence;
import org.nxsi.systemtests.evidence.Order;

/**
 * The bytes of every message to a bank are still those that were stored, and ask for as many payments and as much money
 * as their batch was approved with, less what was withheld.
 */
final class OrdersAreWhatWasApproved implements Law {

    @Override
    public String name() {
        return "orders-are-what-was-approved";
    }

    @Override
    public String source() {
        return "rule 4 canonical bytes are stored before anything is sent; RULES 5.3";
    }

    @Override
    public List<Breach> breaches(Evidence evidence) {
        List<Breach> breaches = new ArrayList<>();
        Map<String, Batch> batches = new HashMap<>();
        evidence.batches().forEach(batch -> batches.put(batch.id(), batch));
        Map<String, Order> orders = new HashMap<>();
        for (Order order : evidence.orders()) {
            orders.put(order.messageId(), order);
            Batch batch = batches.get(order.batch());
            if (batch == null) {
                breaches.add(Breach.of(order.messageId(), "is an order of no batch"));
                continue;
            }
            if (!order.digest().equals(order.digestOfBytes())) {
                breaches.add(Breach.of(
                        order.messageId(),
                        "was stored as %s, its bytes are %s",
                        order.digest(),
                        order.digestOfBytes()));
            }
            if (order.payments() != batch.released() || !order.amount().equals(batch.releasedAmount())) {
                breaches.add(Breach.of(
                        order.messageId(),
                        "orders %d of %s, approved and not withheld are %d of %s",
                        order.payments(),
                        order.amount(),
                        batch.released(),
                        batch.releasedAmount()));
            }
        }
        for (Batch batch : evidence.batches()) {
            if (batch.messageId() != null) {
                Order order = orders.get(batch.messageId());
                if (order == null || !order.digest().equals(batch.digest())) {
                    breaches.add(Breach.of(
                            batch.id(),
                            "was sent as %s of digest %s, stored is %s",
                            batch.messageId(),
                            batch.digest(),
                            order));
                }
            }
        }
        return breaches;
    }
}
