package org.nxsi.platform.partner;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.nxsi.platform.money.Fen;

/**
 * An order to pay many people at one bank (ISO 20022 pain.001.001.09; RULES 5.1 报盘). Equal orders have equal bytes.
 *
 * @param messageId what the bank tells a repetition by, 1 to 35 characters
 * @param bank the code of the bank that pays, which keeps the payout accounts and the payees' accounts
 * @param created kept to the second
 * @param blocks one per fund, since each fund pays from its own payout account
 */
public record PaymentOrder(
        String messageId, String bank, Instant created, LocalDate executionDate, List<Block> blocks) {

    /** The most payments in one order. */
    public static final int MAX_PAYMENTS = 5_000;

    public PaymentOrder {
        Iso.text(messageId, Iso.MAX_ID, "MsgId");
        Iso.text(bank, Iso.MAX_ID, "DbtrAgt");
        created = Iso.wholeSeconds(created);
        blocks = List.copyOf(blocks);
        int payments =
                blocks.stream().mapToInt(block -> block.payments().size()).sum();
        if (payments < 1 || payments > MAX_PAYMENTS) {
            throw new MalformedMessage("an order has 1 to " + MAX_PAYMENTS + " payments, not " + payments);
        }
    }

    /** @throws MalformedMessage unless a pain.001 whose counts and control sums are right, in the signed group and per block */
    public static PaymentOrder read(byte[] xml) {
        return PaymentOrderXml.read(xml);
    }

    /** The canonical bytes: what is stored before sending, what is sent, and what the bank compares by. */
    public byte[] write() {
        return PaymentOrderXml.write(this);
    }

    public int payments() {
        return blocks.stream().mapToInt(block -> block.payments().size()).sum();
    }

    public Fen total() {
        return blocks.stream().map(Block::total).reduce(Fen.ZERO, Fen::plus);
    }

    /**
     * The payments out of one payout account.
     *
     * @param id {@code <run>/<scheme>}, see {@link #idOf}
     */
    public record Block(String id, String payoutAccount, List<Payment> payments) {

        public Block {
            Iso.text(id, Iso.MAX_ID, "PmtInfId");
            Iso.text(payoutAccount, Iso.MAX_ACCOUNT, "DbtrAcct");
            payments = List.copyOf(payments);
        }

        /** A block's id: the run and the scheme that pays, {@code 2020-03-R1/110}. */
        public static String idOf(String run, String scheme) {
            return run + "/" + scheme;
        }

        /** The run that the payments belong to; empty if the id names none. */
        public String run() {
            return id.substring(0, Math.max(0, id.lastIndexOf('/')));
        }

        /** The scheme that pays. */
        public String scheme() {
            return id.substring(id.lastIndexOf('/') + 1);
        }

        public Fen total() {
            return payments.stream().map(Payment::amount).reduce(Fen.ZERO, Fen::plus);
        }
    }

    /**
     * One credit.
     *
     * @param endToEndId the obligation's name at the bank, unchanged through every report and statement
     * @param name the account holder's name (户名)
     * @param remittance what the payee reads, {@code 2020-03 养老金}
     */
    public record Payment(String endToEndId, Fen amount, String name, String account, String remittance) {

        public Payment {
            Iso.text(endToEndId, Iso.MAX_ID, "EndToEndId");
            Iso.text(name, Iso.MAX_TEXT, "Cdtr");
            Iso.text(account, Iso.MAX_ACCOUNT, "CdtrAcct");
            Iso.text(remittance, Iso.MAX_TEXT, "RmtInf");
            if (!amount.isPositive()) {
                throw new MalformedMessage("a payment must be more than nothing");
            }
        }
    }
}
