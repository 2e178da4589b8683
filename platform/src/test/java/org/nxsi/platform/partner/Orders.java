package org.nxsi.platform.partner;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.nxsi.platform.money.Fen;

/** Orders and their parts for tests. */
final class Orders {

    static final Instant NOW = Instant.parse("2020-03-14T16:30:00Z");
    static final LocalDate DAY = LocalDate.of(2020, 3, 15);

    private Orders() {}

    static PaymentOrder of(int payments) {
        return new PaymentOrder(
                "NXSI20200315A0000001",
                "102",
                NOW,
                DAY,
                List.of(block("110", payments - payments / 2), block("170", Math.max(1, payments / 2))));
    }

    static PaymentOrder.Block block(String scheme, int payments) {
        return new PaymentOrder.Block(
                PaymentOrder.Block.idOf("2020-03-R1", scheme),
                "6401" + scheme + "10200000001",
                IntStream.range(0, payments).mapToObj(i -> payment(scheme, i)).toList());
    }

    private static PaymentOrder.Payment payment(String scheme, int i) {
        return new PaymentOrder.Payment(
                String.format("%s%029d", scheme, i),
                Fen.of(123_456 + i),
                "买买提·𠮷田 " + i,
                String.format("62220640%011d", i),
                "2020-03 养老金");
    }
}
