package org.nxsi.simulators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.nxsi.simulators.Orders.BANK;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.partner.AccountStatement;
import org.nxsi.platform.partner.AccountStatement.Entry;
import org.nxsi.platform.partner.GroupStatus;
import org.nxsi.platform.partner.PaymentOrder;
import org.nxsi.platform.partner.PaymentStatusReport;
import org.nxsi.platform.partner.TransactionStatus;
import org.nxsi.platform.partner.UntrustedMessage;

class FaultsTest {

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
    void a_bank_that_is_unavailable_has_booked_nothing_and_takes_the_second_try() throws Exception {
        open("102: unavailable=1");
        PaymentOrder order = Orders.of("B1", 0, 2);

        HttpResponse<byte[]> first =
                bureau.post("/banks/102/batches", bureau.sealed(order).toJson());

        assertThat(first.statusCode()).isEqualTo(503);
        assertThat(bureau.inquire(BANK, "B1").isNotFound()).isTrue();
        assertThat(bureau.order(order).isAccepted()).isTrue();
    }

    @Test
    void a_dropped_reply_hides_an_order_that_is_booked() throws Exception {
        open("102: dropped-reply=1");
        PaymentOrder order = Orders.of("B1", 0, 2);

        assertThatExceptionOfType(IOException.class).isThrownBy(() -> bureau.order(order));

        assertThat(bureau.inquire(BANK, "B1").isAccepted()).isTrue();
        assertThat(bureau.order(order).isAccepted()).isTrue();
        assertThat(booked()).isEqualTo(200);
    }

    @Test
    void a_silent_bank_has_booked_what_it_does_not_answer() throws Exception {
        open("102: silence=1");
        Thread.ofVirtual().start(this::orderInVain);

        Waiting.until("the booking", () -> booked() == 200);
        assertThat(bureau.inquire(BANK, "B1").isAccepted()).isTrue();
    }

    @Test
    void a_wrong_signature_is_noticed_on_answers_and_reports_and_the_next_one_is_right() throws Exception {
        open("102: wrong-signature=1");
        PaymentOrder order = Orders.of("B1", 0, 2);

        assertThatExceptionOfType(UntrustedMessage.class).isThrownBy(() -> bureau.order(order));

        Waiting.until(
                "a refused and a good report",
                () -> street.gateway().untrusted() == 1
                        && street.gateway().reportsOn("B1").size() == 1);
        assertThat(bureau.order(order).isAccepted()).isTrue();
    }

    @Test
    void a_report_told_twice_is_the_same_report() throws Exception {
        open("102: repeated-report=1");
        bureau.order(Orders.of("B1", 0, 2));

        Waiting.until("two reports", () -> street.gateway().reportsOn("B1").size() == 2);
        List<PaymentStatusReport> reports = street.gateway().reportsOn("B1");
        assertThat(reports.getLast()).isEqualTo(reports.getFirst());
    }

    @Test
    void half_a_report_comes_before_the_whole_one() throws Exception {
        open("102: half-report=1");
        bureau.order(Orders.of("B1", 0, 4));

        Waiting.until("both reports", () -> street.gateway().reportsOn("B1").size() == 2);
        List<PaymentStatusReport> reports = street.gateway().reportsOn("B1");
        assertThat(reports.getFirst().status()).isEqualTo(GroupStatus.PDNG);
        assertThat(reports.getFirst().lines()).hasSize(2);
        assertThat(reports.getLast().lines()).hasSize(4);
    }

    @Test
    void an_overtaken_report_comes_after_the_next_ones() throws Exception {
        open("seed=1; 102: overtaken-report=0.5");
        for (int i = 0; i < 8; i++) {
            bureau.order(Orders.of("B" + i, i, 1));
        }

        Waiting.until("all reports", () -> street.gateway().reports().size() == 8);
        assertThat(street.gateway().reports())
                .extracting(PaymentStatusReport::originalMessageId)
                .isNotEqualTo(List.of("B0", "B1", "B2", "B3", "B4", "B5", "B6", "B7"));
    }

    @Test
    void a_payment_told_as_credited_comes_back_with_a_report_and_an_entry_of_its_own() throws Exception {
        open("102: late-return=1");
        bureau.order(Orders.of("B1", 0, 2));

        Waiting.until("both reports", () -> street.gateway().reportsOn("B1").size() == 2);
        List<PaymentStatusReport> reports = street.gateway().reportsOn("B1");
        assertThat(reports.getFirst().status()).isEqualTo(GroupStatus.ACSC);
        assertThat(reports.getLast().lines())
                .allSatisfy(line -> assertThat(line.status()).isEqualTo(TransactionStatus.RJCT));
        assertThat(reports.getLast().messageId())
                .isNotEqualTo(reports.getFirst().messageId());
        assertThat(bureau.inquire(BANK, "B1").lines())
                .isEqualTo(reports.getLast().lines());
        AccountStatement statement = bureau.statement(BANK, Orders.PAYOUT, Orders.DAY, 1);
        assertThat(statement.entries()).hasSize(5);
        assertThat(statement.closing()).isEqualTo(Fen.of(1_000_00));

        street.restartBanks(Street.QUICK, "");

        assertThat(street.bureau().inquire(BANK, "B1").lines())
                .isEqualTo(reports.getLast().lines());
        assertThat(street.bureau().statement(BANK, Orders.PAYOUT, Orders.DAY, 1).entries())
                .isEqualTo(statement.entries());
    }

    @Test
    void a_statement_with_a_line_too_few_or_too_many_does_not_sum_to_its_balance() throws Exception {
        open("102: missing-entry=1");
        bureau.order(Orders.of("B1", 0, 4));
        assertThat(sumOfStatement()).isNotEqualTo(closing());

        open("102: doubled-entry=1");
        assertThat(sumOfStatement()).isNotEqualTo(closing());
    }

    @Test
    void a_clock_that_is_off_dates_its_messages_so() throws Exception {
        open("102: clock-off-ms=-7200000");

        Duration behind = Duration.between(bureau.inquire(BANK, "B1").created(), Instant.now());

        assertThat(behind).isBetween(Duration.ofMinutes(119), Duration.ofMinutes(121));
    }

    @Test
    void a_late_report_comes_late_and_who_asks_knows_before() throws Exception {
        open("102: late-report=1, late-report-ms=1500");
        Instant ordered = Instant.now();
        bureau.order(Orders.of("B1", 0, 2));
        assertThat(bureau.inquire(BANK, "B1").status()).isEqualTo(GroupStatus.ACSC);
        assertThat(street.gateway().reportsOn("B1")).isEmpty();
        Waiting.until("the report", () -> street.gateway().reportsOn("B1").size() == 1);
        assertThat(Duration.between(ordered, Instant.now())).isGreaterThan(Duration.ofMillis(1_400));
    }

    @Test
    void an_outage_lasts_for_all_that_is_asked_of_the_bank_and_ends_by_itself() throws Exception {
        open("102: outage=1, outage-ms=4000; 103: silence=0");
        PaymentOrder order = Orders.of("B1", 0, 2);
        assertThat(bureau.post("/banks/102/batches", bureau.sealed(order).toJson())
                        .statusCode())
                .isEqualTo(503);
        assertThatExceptionOfType(Exception.class).isThrownBy(() -> bureau.inquire(BANK, "B1"));
        assertThatExceptionOfType(Exception.class)
                .isThrownBy(() -> bureau.statement(BANK, Orders.PAYOUT, Orders.DAY, 1));
        Waiting.until("the end of the outage", () -> isNotFound("B1"));
        assertThat(bureau.order(order).isAccepted()).isTrue();
    }

    @Test
    void a_bank_that_is_cut_off_closes_every_connection_and_has_booked_nothing() throws Exception {
        open("102: cut-off=1, outage-ms=4000");
        PaymentOrder order = Orders.of("B1", 0, 2);
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> bureau.order(order));
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> bureau.inquire(BANK, "B1"));
        Waiting.until("the end of it", () -> isNotFound("B1"));
        assertThat(bureau.order(order).isAccepted()).isTrue();
    }

    @Test
    void an_unreported_order_is_accepted_and_only_who_asks_hears_of_it() throws Exception {
        open("seed=1; 102: unreported=0.5");
        for (int i = 0; i < 8; i++) {
            bureau.order(Orders.of("B" + i, i, 1));
        }
        Waiting.until(
                "nothing is owed",
                () -> owed() == 0 && !street.gateway().reports().isEmpty());
        assertThat(street.gateway().reports()).hasSizeBetween(1, 7);
        for (int i = 0; i < 8; i++) {
            assertThat(bureau.inquire(BANK, "B" + i).status()).isEqualTo(GroupStatus.ACSC);
        }
    }

    @Test
    void money_comes_back_days_later_by_the_business_clock_also_after_a_restart() throws Exception {
        open("102: late-return=1, late-return-days=3");
        bureau.order(Orders.of("B1", 0, 2));
        Waiting.until("the report", () -> street.gateway().reportsOn("B1").size() == 1);
        clock(Orders.DAY.plusDays(2));
        open("102: late-return=1, late-return-days=3");
        assertThat(bureau.inquire(BANK, "B1").status()).isEqualTo(GroupStatus.ACSC);
        clock(Orders.DAY.plusDays(3));
        Waiting.until(
                "the second report", () -> street.gateway().reportsOn("B1").size() == 2);
        assertThat(street.gateway().reportsOn("B1").getLast().lines()).allSatisfy(line -> {
            assertThat(line.status()).isEqualTo(TransactionStatus.RJCT);
            assertThat(line.bookedOn()).isEqualTo(Orders.DAY.plusDays(3));
        });
        AccountStatement statement = bureau.statement(BANK, Orders.PAYOUT, Orders.DAY.plusDays(3), 1);
        assertThat(statement.entries()).hasSize(2);
        assertThat(statement.closing()).isEqualTo(Fen.of(1_000_00));
    }

    @Test
    void other_banks_do_nothing_wrong() throws Exception {
        open("103: unavailable=1, dropped-reply=1, wrong-signature=1");

        assertThat(bureau.order(Orders.of("B1", 0, 2)).isAccepted()).isTrue();
    }

    private void clock(LocalDate date) throws Exception {
        bureau.postJson("/oracle/clock", "{\"date\":\"" + date + "\"}");
    }

    private boolean isNotFound(String messageId) {
        try {
            return bureau.inquire(BANK, messageId).isNotFound();
        } catch (IOException | RuntimeException | AssertionError away) {
            return false;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private int owed() {
        try {
            return bureau.get("/oracle/callbacks").path("owed").asInt();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private void open(String faults) throws Exception {
        street.restartBanks(Street.QUICK, faults);
        bureau = street.bureau();
    }

    private void orderInVain() {
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> bureau.order(Orders.of("B1", 0, 2)));
    }

    private long booked() {
        try {
            return bureau.get("/oracle/books?reference=" + Orders.RUN)
                    .path("netFen")
                    .asLong();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private Fen sumOfStatement() throws Exception {
        return bureau.statement(BANK, Orders.PAYOUT, Orders.DAY, 1).entries().stream()
                .map(Entry::effect)
                .reduce(Fen.ZERO, Fen::plus);
    }

    private Fen closing() throws Exception {
        return bureau.statement(BANK, Orders.PAYOUT, Orders.DAY, 1).closing();
    }
}
