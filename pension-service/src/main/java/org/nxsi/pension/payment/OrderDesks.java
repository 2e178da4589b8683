package org.nxsi.pension.payment;

import java.time.Instant;
import java.util.concurrent.Semaphore;
import org.nxsi.pension.instruction.Instructions;
import org.nxsi.pension.partner.PartnerBanks;
import org.nxsi.platform.clock.BusinessClock;
import org.springframework.stereotype.Component;

/**
 * Where orders are written, few at a time: writing costs processor time, and what banks have said already must not wait
 * until everything is sent.
 */
@Component
class OrderDesks {

    private final Semaphore desks;
    private final Orders orders;
    private final Instructions instructions;
    private final PartnerBanks banks;
    private final BusinessClock clock;

    OrderDesks(
            PaymentSettings settings,
            Orders orders,
            Instructions instructions,
            PartnerBanks banks,
            BusinessClock clock) {
        this.desks = new Semaphore(settings.desks(), true);
        this.orders = orders;
        this.instructions = instructions;
        this.banks = banks;
        this.clock = clock;
    }

    /** The order under this id: what is stored, or what is written now and stored before anybody sees it. */
    Orders.Order orderOf(Batch sealed, String messageId) {
        desks.acquireUninterruptibly();
        try {
            return orders.storedOnce(messageId, () -> write(sealed, messageId));
        } finally {
            desks.release();
        }
    }

    private byte[] write(Batch sealed, String messageId) {
        return OrderOfBatch.of(
                        sealed,
                        messageId,
                        banks.get(sealed.bank()),
                        instructions.ofBatch(sealed.id()),
                        Instant.now(),
                        clock.today())
                .write();
    }
}
