package org.nxsi.simulators.bank;

import java.util.ArrayList;
import java.util.List;
import org.nxsi.platform.partner.AccountStatement.Entry;
import org.nxsi.platform.partner.AccountStatement.Kind;
import org.nxsi.platform.partner.AccountStatement.PaymentReference;
import org.nxsi.simulators.bank.BookRecord.Allotted;
import org.nxsi.simulators.bank.BookRecord.Booked;
import org.nxsi.simulators.bank.BookRecord.BookedBlock;
import org.nxsi.simulators.bank.BookRecord.Credit;
import org.nxsi.simulators.bank.BookRecord.Refused;
import org.nxsi.simulators.bank.BookRecord.ReturnedLate;
import org.nxsi.simulators.bank.BookRecord.Told;

/** The statement entries that one book line makes on one payout account, numbered within the day. */
final class StatementEntries {

    private final String day;
    private final List<Entry> entries = new ArrayList<>();
    private long number;

    private StatementEntries(String day, long before) {
        this.day = day;
        this.number = before;
    }

    /** @param before how many entries the account's day has before this line's */
    static List<Entry> of(BookRecord record, String account, String day, long before) {
        StatementEntries made = new StatementEntries(day, before);
        switch (record) {
            case Booked booked -> {
                for (BookedBlock block : of(account, booked.blocks())) {
                    made.add(Kind.PAYMENT, booked.messageId(), block, block.credits());
                    made.add(Kind.RETURN, booked.messageId(), block, block.returned());
                }
            }
            case ReturnedLate late -> {
                for (BookedBlock block : of(account, late.blocks())) {
                    made.add(Kind.RETURN, late.messageId(), block, block.credits());
                }
            }
            case Allotted allotted ->
                made.entries.add(new Entry(allotted.advice(), Kind.ALLOTMENT, allotted.fen(), null));
            case Refused _, Told _ -> {
                // neither moves money
            }
        }
        return made.entries;
    }

    private static List<BookedBlock> of(String account, List<BookedBlock> blocks) {
        return blocks.stream()
                .filter(block -> block.payoutAccount().equals(account))
                .toList();
    }

    private void add(Kind kind, String messageId, BookedBlock block, List<Credit> credits) {
        for (Credit credit : credits) {
            number++;
            entries.add(new Entry(
                    String.format("%s%08d", day, number),
                    kind,
                    credit.fen(),
                    new PaymentReference(
                            messageId,
                            block.id(),
                            credit.endToEndId(),
                            credit.account(),
                            kind == Kind.RETURN ? credit.reason() : null)));
        }
    }
}
