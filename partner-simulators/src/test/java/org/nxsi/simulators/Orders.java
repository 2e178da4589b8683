package org.nxsi.simulators;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.partner.PaymentOrder;
import org.nxsi.platform.partner.PaymentOrder.Block;
import org.nxsi.platform.partner.PaymentOrder.Payment;

/** Orders to bank 102 for scheme 110, in run 2020-03-R1. */
final class Orders {

    static final String BANK = "102";
    static final String PAYOUT = "640111010200000001";
    static final String RUN = "2020-03-R1";
    static final LocalDate DAY = LocalDate.of(2020, 3, 15);

    private Orders() {}

    /** Opens ordinary accounts 62220000…, puts money on the payout account, and sets the day. */
    static void prepare(Bureau bureau, int accounts, long amount_fen) throws Exception {
        bureau.postJson("/oracle/clock", "{\"date\":\"" + DAY + "\"}");
        bureau.postJson(
                "/oracle/treasury/allotments",
                "{\"bank\":\"102\",\"scheme\":\"110\",\"amountFen\":" + amount_fen + ",\"reference\":\"first\"}");
        StringBuilder csv = new StringBuilder();
        for (int i = 0; i < accounts; i++) {
            csv.append("102,").append(account(i)).append(",").append(name(i)).append(",正常\n");
        }
        bureau.putAccounts(csv.toString());
    }

    static PaymentOrder of(String messageId, Payment... payments) {
        return in(RUN, messageId, Arrays.asList(payments));
    }

    static PaymentOrder of(String messageId, int from, int payments) {
        return in(
                RUN,
                messageId,
                IntStream.range(from, from + payments)
                        .mapToObj(i -> payment(i, 100))
                        .toList());
    }

    static PaymentOrder in(String run, String messageId, List<Payment> payments) {
        return new PaymentOrder(
                messageId,
                BANK,
                Instant.parse("2020-03-15T01:00:00Z"),
                DAY,
                List.of(new Block(Block.idOf(run, "110"), PAYOUT, payments)));
    }

    static Payment payment(int number, long amount_fen) {
        return new Payment("e2e-" + number, Fen.of(amount_fen), name(number), account(number), "2020-03 养老金");
    }

    static String account(int number) {
        return String.format("6222%012d", number);
    }

    static String name(int number) {
        return "张" + number;
    }
}
