package org.nxsi.simulators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nxsi.simulators.Orders.BANK;
import static org.nxsi.simulators.Orders.RUN;
import static org.nxsi.simulators.Orders.payment;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nxsi.platform.partner.GroupStatus;
import org.nxsi.platform.partner.MessageType;
import org.nxsi.platform.partner.PaymentOrder;
import org.nxsi.platform.partner.PaymentStatusReport;
import org.nxsi.platform.partner.TransactionStatus;

class OrdersTest {

    @TempDir
    private Path folder;

    private Street street;
    private Bureau bureau;

    @BeforeEach
    void the_banks_are_open() throws Exception {
        street = Street.open(folder);
        bureau = street.bureau();
        Orders.prepare(bureau, 10, 1_000_00);
    }

    @AfterEach
    void the_banks_close() throws Exception {
        street.close();
    }

    @Test
    void an_order_is_accepted_and_its_results_are_told_and_found() throws Exception {
        PaymentStatusReport answer = bureau.order(Orders.of("B1", payment(1, 300), payment(2, 400)));

        assertThat(answer.isAccepted()).isTrue();
        Waiting.until("the report", () -> !street.gateway().reports().isEmpty());
        PaymentStatusReport told = street.gateway().reports().getFirst();
        assertThat(told.originalMessageId()).isEqualTo("B1");
        assertThat(told.status()).isEqualTo(GroupStatus.ACSC);
        assertThat(told.lines())
                .extracting(line -> line.endToEndId() + " " + line.amount() + " " + line.status() + " " + line.account()
                        + " " + line.block() + " " + line.bookedOn())
                .containsExactly(
                        "e2e-1 3.00 ACSC 6222000000000001 2020-03-R1/110 2020-03-15",
                        "e2e-2 4.00 ACSC 6222000000000002 2020-03-R1/110 2020-03-15");
        assertThat(bureau.inquire(BANK, "B1").lines()).isEqualTo(told.lines());
    }

    @Test
    void the_same_message_twice_is_booked_once() throws Exception {
        PaymentOrder order = Orders.of("B1", payment(1, 300));
        bureau.order(order);

        assertThat(bureau.order(order).isAccepted()).isTrue();
        assertThat(creditedFen()).isEqualTo(300);
        assertThat(balance()).isEqualTo(1_000_00 - 300);
    }

    @Test
    void the_same_payment_under_a_new_message_id_is_booked_again_and_the_books_show_it() throws Exception {
        bureau.order(Orders.of("B1", payment(1, 300)));
        bureau.order(Orders.of("B2", payment(1, 300)));

        assertThat(creditedFen()).isEqualTo(600);
        assertThat(bureau.get("/oracle/books/entries?bank=102").path("items"))
                .extracting(item -> item.path("endToEndId").stringValue())
                .containsExactly("e2e-1", "e2e-1");
    }

    @Test
    void another_order_under_a_used_id_is_not_booked_and_says_nothing_of_the_first() throws Exception {
        bureau.order(Orders.of("B1", payment(1, 300)));

        PaymentStatusReport answer = bureau.order(Orders.of("B1", payment(1, 301)));

        assertThat(answer.reason()).isEqualTo(PaymentStatusReport.DUPLICATE_MESSAGE_ID);
        assertThat(answer.isFinalRefusal()).isFalse();
        assertThat(creditedFen()).isEqualTo(300);
    }

    @Test
    void an_order_beyond_the_balance_is_refused_whole_and_for_good() throws Exception {
        PaymentOrder order = Orders.of("B1", payment(1, 600_00), payment(2, 400_01));

        assertThat(bureau.order(order).reason()).isEqualTo(PaymentStatusReport.INSUFFICIENT_FUNDS);
        bureau.postJson(
                "/oracle/treasury/allotments",
                "{\"bank\":\"102\",\"scheme\":\"110\",\"amountFen\":100000,\"reference\":\"second\"}");

        assertThat(bureau.order(order).reason()).isEqualTo(PaymentStatusReport.INSUFFICIENT_FUNDS);
        assertThat(bureau.inquire(BANK, "B1").isFinalRefusal()).isTrue();
        assertThat(creditedFen()).isZero();
        assertThat(bureau.order(Orders.of("B2", payment(1, 600_00), payment(2, 400_01)))
                        .isAccepted())
                .isTrue();
    }

    @Test
    void an_order_may_take_the_last_fen() throws Exception {
        assertThat(bureau.order(Orders.of("B1", payment(1, 1_000_00))).isAccepted())
                .isTrue();
        assertThat(balance()).isZero();
        assertThat(bureau.order(Orders.of("B2", payment(1, 1))).isAccepted()).isFalse();
    }

    @Test
    void blocks_on_one_payout_account_are_covered_together() throws Exception {
        PaymentOrder.Block first = Orders.of("x", payment(1, 600_00)).blocks().getFirst();
        PaymentOrder.Block second =
                new PaymentOrder.Block("2020-03-R1/110b", first.payoutAccount(), List.of(payment(2, 600_00)));

        assertThat(bureau.order(order("B1", BANK, List.of(first, second))).reason())
                .isEqualTo(PaymentStatusReport.INSUFFICIENT_FUNDS);
    }

    @Test
    void an_order_for_another_bank_or_account_is_refused() throws Exception {
        PaymentOrder.Block block = Orders.of("x", payment(1, 1)).blocks().getFirst();
        PaymentOrder.Block foreign = new PaymentOrder.Block(block.id(), "640111010300000001", block.payments());
        PaymentOrder forOther = order("B1", "103", List.of(block));

        assertThat(bureau.report("102", "batches", MessageType.PAYMENT_ORDER, "B1", forOther.write())
                        .reason())
                .isEqualTo(PaymentStatusReport.WRONG_FORMAT);
        assertThat(bureau.order(order("B2", BANK, List.of(foreign))).reason())
                .isEqualTo(PaymentStatusReport.WRONG_PAYOUT_ACCOUNT);
    }

    @Test
    void what_the_bureau_signed_but_is_no_order_is_refused_for_good() throws Exception {
        byte[] nonsense = "<Document/>".getBytes(StandardCharsets.UTF_8);
        byte[] underOtherId = Orders.of("B7", payment(1, 1)).write();

        assertThat(bureau.report(BANK, "batches", MessageType.PAYMENT_ORDER, "B1", nonsense)
                        .isFinalRefusal())
                .isTrue();
        assertThat(bureau.report(BANK, "batches", MessageType.PAYMENT_ORDER, "B2", underOtherId)
                        .isFinalRefusal())
                .isTrue();
        assertThat(bureau.inquire(BANK, "B7").isNotFound()).isTrue();
    }

    @Test
    void an_order_never_seen_is_not_found_by_signed_answer() throws Exception {
        PaymentStatusReport answer = bureau.inquire(BANK, "never-sent");

        assertThat(answer.isNotFound()).isTrue();
        assertThat(answer.isFinalRefusal()).isFalse();
        assertThat(answer.originalMessageId()).isEqualTo("never-sent");
    }

    @Test
    void results_are_not_told_before_they_are_due_but_the_money_is_booked() throws Exception {
        street.restartBanks(Street.SLOW);
        Bureau sameBureau = street.bureau();

        sameBureau.order(Orders.of("B1", payment(1, 300)));

        PaymentStatusReport inquiry = sameBureau.inquire(BANK, "B1");
        assertThat(inquiry.status()).isEqualTo(GroupStatus.PDNG);
        assertThat(inquiry.lines()).singleElement().satisfies(line -> {
            assertThat(line.status()).isEqualTo(TransactionStatus.PDNG);
            assertThat(line.bookedOn()).isNull();
        });
        assertThat(street.gateway().reports()).isEmpty();
        assertThat(sameBureau
                        .get("/oracle/books?reference=" + RUN)
                        .path("netFen")
                        .asLong())
                .isEqualTo(300);
    }

    @Test
    void each_run_has_its_own_totals_and_payments_without_a_run_are_told_apart() throws Exception {
        bureau.order(Orders.of("B1", payment(1, 300)));
        bureau.order(Orders.in("2020-04-R1", "B2", List.of(payment(1, 500))));
        PaymentOrder.Block nameless = new PaymentOrder.Block("x", Orders.PAYOUT, List.of(payment(2, 7)));
        bureau.order(order("B3", BANK, List.of(nameless)));

        assertThat(creditedFen()).isEqualTo(300);
        assertThat(bureau.get("/oracle/books?reference=2020-04-R1")
                        .path("netFen")
                        .asLong())
                .isEqualTo(500);
        assertThat(bureau.get("/oracle/books?reference=" + RUN)
                        .path("unreferencedFen")
                        .asLong())
                .isEqualTo(7);
    }

    private static PaymentOrder order(String messageId, String bank, List<PaymentOrder.Block> blocks) {
        return new PaymentOrder(messageId, bank, Instant.EPOCH, Orders.DAY, blocks);
    }

    private long creditedFen() throws Exception {
        return bureau.get("/oracle/books?reference=" + RUN).path("creditedFen").asLong();
    }

    private long balance() throws Exception {
        return bureau.statement(BANK, Orders.PAYOUT, Orders.DAY, 1).closing().amount_fen();
    }
}
