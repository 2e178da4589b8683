package org.nxsi.systemtests.evidence;

import java.util.List;

/**
 * What was seen of a system. What grows with every payee is read from its beginning as often as a law wants; all else is
 * there at once.
 *
 * @param instructions all of all runs
 * @param vouchers of all periods
 * @param standing how the service stood when all else had been read
 * @param books not there where the banks are real
 * @param events not there where the brokers cannot be reached
 * @param replay not there unless it was asked for
 * @param moved whether money moved while it was looked at, so that one part may be older than another
 */
public record Evidence(
        List<Run> runs,
        List<Slice> slices,
        List<Batch> batches,
        List<Order> orders,
        Iterable<Instruction> instructions,
        List<Voucher> vouchers,
        List<Report> reports,
        List<Difference> differences,
        List<Reconciliation> reconciliations,
        List<ReturnedPayment> returnedPayments,
        List<DeadLetter> deadLetters,
        Standing standing,
        Seen<BankBooks> books,
        Seen<Topic> events,
        Seen<Replay> replay,
        boolean moved) {

    /** @throws NotSeen where the banks show nobody their books */
    public BankBooks bankBooks() {
        return books.get();
    }

    Evidence with(Seen<Replay> replayed) {
        return new Evidence(
                runs,
                slices,
                batches,
                orders,
                instructions,
                vouchers,
                reports,
                differences,
                reconciliations,
                returnedPayments,
                deadLetters,
                standing,
                books,
                events,
                replayed,
                moved);
    }
}
