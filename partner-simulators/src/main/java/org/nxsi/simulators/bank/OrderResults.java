package org.nxsi.simulators.bank;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nxsi.platform.partner.PaymentStatusReport.Line;
import org.nxsi.platform.partner.TransactionStatus;
import org.nxsi.simulators.bank.BookRecord.Booked;
import org.nxsi.simulators.bank.BookRecord.BookedBlock;
import org.nxsi.simulators.bank.BookRecord.Credit;
import org.nxsi.simulators.bank.BookRecord.ReturnedLate;
import org.nxsi.simulators.bank.Order.OrderView;
import org.nxsi.simulators.journal.Journal.Place;

/** What became of an order's payments, read from the books. */
final class OrderResults {

    private final Books books;

    OrderResults(Books books) {
        this.books = books;
    }

    /** One line per payment, in the order's order: final results, late returns included. */
    List<Line> results(OrderView order) throws IOException {
        Booked booked = booked(order);
        Map<String, Return> late = lateReturns(order);
        return lines(booked, (block, credit) -> {
            Return returned = credit.reason() != null
                    ? new Return(credit.reason(), booked.date())
                    : late.get(block.id() + "/" + credit.endToEndId());
            return returned == null
                    ? line(block, credit, TransactionStatus.ACSC, null, booked.date())
                    : line(block, credit, TransactionStatus.RJCT, returned.reason(), returned.date());
        });
    }

    /** One line per payment, none with a result yet. */
    List<Line> pending(OrderView order) throws IOException {
        return lines(booked(order), (block, credit) -> line(block, credit, TransactionStatus.PDNG, null, null));
    }

    /** The blocks with those of the named payments that have not come back yet, each with the reason to come back now. */
    List<BookedBlock> stayed(OrderView order, Set<String> endToEndIds, String reason) throws IOException {
        Map<String, Return> late = lateReturns(order);
        List<BookedBlock> blocks = new ArrayList<>();
        for (BookedBlock block : booked(order).blocks()) {
            List<Credit> credits = block.credits().stream()
                    .filter(credit -> credit.reason() == null && endToEndIds.contains(credit.endToEndId()))
                    .filter(credit -> !late.containsKey(block.id() + "/" + credit.endToEndId()))
                    .map(credit -> new Credit(credit.endToEndId(), credit.amount_fen(), credit.account(), reason))
                    .toList();
            if (!credits.isEmpty()) {
                blocks.add(new BookedBlock(block.id(), block.payoutAccount(), credits));
            }
        }
        return blocks;
    }

    private Booked booked(OrderView order) throws IOException {
        Place place = order.booked();
        if (place == null || !(books.read(place) instanceof Booked booked)) {
            throw new IllegalStateException("order " + order.messageId() + " is not booked");
        }
        return booked;
    }

    private Map<String, Return> lateReturns(OrderView order) throws IOException {
        Map<String, Return> returns = new HashMap<>();
        for (Place place : order.returnedLate()) {
            if (books.read(place) instanceof ReturnedLate late) {
                late.blocks()
                        .forEach(block -> block.returned()
                                .forEach(credit -> returns.put(
                                        block.id() + "/" + credit.endToEndId(),
                                        new Return(String.valueOf(credit.reason()), late.date()))));
            }
        }
        return returns;
    }

    private static List<Line> lines(Booked booked, LineOf lineOf) {
        List<Line> lines = new ArrayList<>();
        booked.blocks().forEach(block -> block.credits().forEach(credit -> lines.add(lineOf.line(block, credit))));
        return lines;
    }

    private static Line line(
            BookedBlock block,
            Credit credit,
            TransactionStatus status,
            @Nullable String reason,
            @Nullable LocalDate bookedOn) {
        return new Line(block.id(), credit.endToEndId(), status, reason, credit.fen(), credit.account(), bookedOn);
    }

    private record Return(String reason, LocalDate date) {}

    @FunctionalInterface
    private interface LineOf {
        Line line(BookedBlock block, Credit credit);
    }
}
