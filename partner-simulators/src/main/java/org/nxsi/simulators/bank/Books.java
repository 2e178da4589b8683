package org.nxsi.simulators.bank;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.partner.PaymentStatusReport;
import org.nxsi.simulators.bank.BookRecord.Allotted;
import org.nxsi.simulators.bank.BookRecord.Booked;
import org.nxsi.simulators.bank.BookRecord.BookedBlock;
import org.nxsi.simulators.bank.BookRecord.Refused;
import org.nxsi.simulators.bank.BookRecord.ReturnedLate;
import org.nxsi.simulators.bank.BookRecord.Told;
import org.nxsi.simulators.bank.Order.OrderView;
import org.nxsi.simulators.bank.PayoutLedger.DayView;
import org.nxsi.simulators.journal.Journal;
import org.nxsi.simulators.journal.Journal.Place;

/**
 * One bank's books. Whatever a method says it did is on disk when it returns, as one line: there is no state in which
 * an order is booked in part.
 */
final class Books implements Closeable {

    private static final Verdict ID_OF_ANOTHER_ORDER = Verdict.refused(PaymentStatusReport.DUPLICATE_MESSAGE_ID);

    private final Lock lock = new ReentrantLock();
    private final BookState state;
    private final Journal journal;

    private Books(BookState state, Journal journal) {
        this.state = state;
        this.journal = journal;
    }

    static Books open(Path file) throws IOException {
        BookState state = new BookState();
        Journal journal = Journal.open(file, (place, text) -> state.apply(BookLines.read(text), place));
        return new Books(state, journal);
    }

    /** The verdict given before, if the message id has been seen; nothing is booked. */
    Optional<Verdict> verdictGiven(String messageId, String digest) {
        return locked(() -> state.find(messageId).map(order -> order.verdictOn(digest, ID_OF_ANOTHER_ORDER)));
    }

    /** Books an order if its id is new and the payout accounts cover it; a refusal is kept as well, and stays. */
    Verdict post(Booked order) throws IOException {
        lock.lock();
        try {
            Optional<Verdict> given = verdictGiven(order.messageId(), order.digest());
            if (given.isPresent()) {
                return given.get();
            }
            if (!isCovered(order)) {
                return refuse(new Refused(order.messageId(), order.digest(), PaymentStatusReport.INSUFFICIENT_FUNDS));
            }
            write(order);
            return Verdict.ACCEPTED;
        } finally {
            lock.unlock();
        }
    }

    /** Refuses an order for good, unless its id has been seen. */
    Verdict refuse(Refused refused) throws IOException {
        lock.lock();
        try {
            Optional<Verdict> given = verdictGiven(refused.messageId(), refused.digest());
            if (given.isPresent()) {
                return given.get();
            }
            write(refused);
            return Verdict.refused(refused.reason());
        } finally {
            lock.unlock();
        }
    }

    /**
     * Puts money on a payout account, once per reference.
     *
     * @return what stands in the books under the reference, which may be another allotment
     */
    Allotted allot(String bank, String reference, String payoutAccount, Fen amount, LocalDate date) throws IOException {
        lock.lock();
        try {
            Optional<Allotted> given = state.allotment(reference);
            if (given.isPresent()) {
                return given.get();
            }
            String advice = String.format("CZ%s%08d", bank, state.allotments() + 1);
            Allotted allotted = new Allotted(reference, advice, payoutAccount, amount.amount_fen(), date);
            write(allotted);
            return allotted;
        } finally {
            lock.unlock();
        }
    }

    void returnLate(ReturnedLate late) throws IOException {
        lock.lock();
        try {
            write(late);
        } finally {
            lock.unlock();
        }
    }

    void told(Told told) throws IOException {
        lock.lock();
        try {
            write(told);
        } finally {
            lock.unlock();
        }
    }

    Optional<OrderView> order(String messageId) {
        return locked(() -> state.find(messageId).map(Order::view));
    }

    Optional<OrderView> untold(String messageId) {
        return locked(() -> state.find(messageId).filter(Order::isUntold).map(Order::view));
    }

    List<OrderView> untold() {
        return locked(() -> state.untold().stream().map(Order::view).toList());
    }

    DayView day(String payoutAccount, LocalDate date) {
        return locked(() -> state.payout(payoutAccount).day(date));
    }

    Fen balance(String payoutAccount) {
        return locked(() -> state.payout(payoutAccount).balance());
    }

    RunTotals run(String run) {
        return locked(() -> state.run(run));
    }

    /** The n-th booked order from 0, in the order of booking. */
    Optional<Place> bookedAt(int n) {
        return locked(() -> n < state.bookedInOrder().size()
                ? Optional.of(state.bookedInOrder().get(n))
                : Optional.empty());
    }

    BookRecord read(Place place) throws IOException {
        return BookLines.read(journal.read(place));
    }

    @Override
    public void close() throws IOException {
        lock.lock();
        try {
            journal.close();
        } finally {
            lock.unlock();
        }
    }

    private boolean isCovered(Booked order) {
        Map<String, Fen> needed = new HashMap<>();
        for (BookedBlock block : order.blocks()) {
            needed.merge(block.payoutAccount(), block.total(), Fen::plus);
        }
        return needed.entrySet().stream()
                .noneMatch(account -> account.getValue()
                                .compareTo(state.payout(account.getKey()).balance())
                        > 0);
    }

    private void write(BookRecord record) throws IOException {
        Place place = journal.append(BookLines.write(record));
        state.apply(record, place);
    }

    private <T> T locked(Supplier<T> reading) {
        lock.lock();
        try {
            return reading.get();
        } finally {
            lock.unlock();
        }
    }
}
