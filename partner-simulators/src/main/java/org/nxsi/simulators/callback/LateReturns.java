package org.nxsi.simulators.callback;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nxsi.platform.partner.PaymentStatusReport.Line;
import org.nxsi.platform.partner.TransactionStatus;
import org.nxsi.simulators.bank.Bank;
import org.nxsi.simulators.bank.BankDay;
import org.nxsi.simulators.desk.BankDesk;
import org.nxsi.simulators.faults.Fault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Payments that come back business days after they were credited. Which do is the seed's to say, so that a restarted bank
 * goes on with the same ones; what has come back already does not come back again.
 */
final class LateReturns {

    private static final Logger LOG = LoggerFactory.getLogger(LateReturns.class);

    private final BankDesk desk;
    private final BankDay day;
    private final Consumer<Bank.DueReport> tell;
    private @Nullable LocalDate lookedAt;

    LateReturns(BankDesk desk, BankDay day, Consumer<Bank.DueReport> tell) {
        this.desk = desk;
        this.day = day;
        this.tell = tell;
    }

    /** Goes through the books once per business day. */
    synchronized void look() {
        LocalDate today = day.today();
        if (today.equals(lookedAt)) {
            return;
        }
        try {
            LocalDate bookedUpTo = today.minusDays(desk.faults().lateReturn_days());
            for (int n = 0; ; n++) {
                Optional<Bank.BookedOrder> order = desk.bank().bookedOrder(n);
                if (order.isEmpty()) {
                    break;
                }
                comeBack(order.get(), bookedUpTo);
            }
            lookedAt = today;
        } catch (IOException e) {
            LOG.error("bank {} cannot book late returns", desk.bank().name().code(), e);
        }
    }

    private void comeBack(Bank.BookedOrder order, LocalDate bookedUpTo) throws IOException {
        Set<String> due = order.payments().stream()
                .filter(line -> line.status() == TransactionStatus.ACSC)
                .filter(line -> line.bookedOn() != null && !line.bookedOn().isAfter(bookedUpTo))
                .map(Line::endToEndId)
                .filter(endToEndId -> desk.faults().strikes(Fault.LATE_RETURN, endToEndId))
                .collect(Collectors.toSet());
        if (!due.isEmpty()) {
            desk.bank().returnLate(order.messageId(), due).ifPresent(tell);
        }
    }
}
