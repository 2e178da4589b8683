package org.nxsi.platform.partner;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nxsi.platform.money.Fen;

/**
 * One page of a payout account's statement of one business day (ISO 20022 camt.053.001.08). Over all pages of a day:
 * opening + credits − debits = closing.
 *
 * @param id the same on every page of the day
 * @param date the bank's business day
 * @param page from 1
 * @param entriesOfDay on all pages together
 * @param opening balance before the day's first entry
 * @param closing balance after the day's last entry so far
 */
public record AccountStatement(
        String id,
        String bank,
        String account,
        LocalDate date,
        int page,
        boolean lastPage,
        Instant created,
        int entriesOfDay,
        Fen opening,
        Fen closing,
        List<Entry> entries) {

    /** The most entries on one page. */
    public static final int MAX_ENTRIES = 5_000;

    public AccountStatement {
        Iso.text(id, Iso.MAX_ID, "Id");
        Iso.text(bank, Iso.MAX_ID, "Svcr");
        Iso.text(account, Iso.MAX_ACCOUNT, "Acct");
        created = Iso.wholeSeconds(created);
        entries = List.copyOf(entries);
        if (page < 1 || entries.size() > MAX_ENTRIES) {
            throw new MalformedMessage("pages count from 1 and have at most " + MAX_ENTRIES + " entries");
        }
    }

    /** @throws MalformedMessage unless a camt.053 as the banks write it */
    public static AccountStatement read(byte[] xml) {
        return AccountStatementXml.read(xml);
    }

    public byte[] write() {
        return AccountStatementXml.write(this);
    }

    /** What an entry does to the payout account. */
    public enum Kind {
        /** A payee is credited: money goes out. */
        PAYMENT,
        /** A payment comes back (退票): money comes in. */
        RETURN,
        /** The treasury allots money (拨付): money comes in. */
        ALLOTMENT;

        public boolean isDebit() {
            return this == PAYMENT;
        }
    }

    /**
     * One booked movement.
     *
     * @param reference the bank's own number of it; an allotment's advice number
     * @param amount more than nothing; the kind says which way
     * @param payment what was paid or returned; null for an allotment
     */
    public record Entry(
            String reference,
            Kind kind,
            Fen amount,
            @Nullable PaymentReference payment) {

        public Entry {
            Iso.text(reference, Iso.MAX_ID, "AcctSvcrRef");
            if (!amount.isPositive()) {
                throw new MalformedMessage("an entry must be more than nothing");
            }
            if ((payment == null) != (kind == Kind.ALLOTMENT)) {
                throw new MalformedMessage("an entry names its payment unless it is an allotment");
            }
        }

        /** Signed by direction: what it adds to the balance. */
        public Fen effect() {
            return kind.isDebit() ? amount.negated() : amount;
        }
    }

    /**
     * Which payment an entry is about.
     *
     * @param messageId the order's
     * @param block the order's block
     * @param reason E01 to E09 (RULES 5.1); null unless returned
     */
    public record PaymentReference(
            String messageId,
            String block,
            String endToEndId,
            String account,
            @Nullable String reason) {}
}
