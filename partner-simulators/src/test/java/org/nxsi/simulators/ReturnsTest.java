package org.nxsi.simulators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nxsi.simulators.Orders.BANK;
import static org.nxsi.simulators.Orders.PAYOUT;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.partner.AccountCheck;
import org.nxsi.platform.partner.GroupStatus;
import org.nxsi.platform.partner.PaymentOrder.Payment;
import org.nxsi.platform.partner.PaymentStatusReport;
import org.nxsi.platform.partner.TransactionStatus;

class ReturnsTest {

    @TempDir
    private Path folder;

    private Street street;
    private Bureau bureau;

    @BeforeEach
    void the_banks_are_open() throws Exception {
        street = Street.open(folder);
        bureau = street.bureau();
        Orders.prepare(bureau, 1, 1_000_00);
    }

    @AfterEach
    void the_banks_close() throws Exception {
        street.close();
    }

    @ParameterizedTest
    @CsvSource({"户名不符, E01, NAME_MISMATCH", "无此账号, E02, NO_ACCOUNT", "销户, E03, CLOSED", "冻结, E04, FROZEN"})
    void an_account_that_takes_no_money_sends_it_back_with_its_reason(
            String state, String reason, AccountCheck.Result check) throws Exception {
        open("62229999", "李四", state);

        bureau.order(Orders.of("B1", Orders.payment(0, 100), payment("李四")));

        PaymentStatusReport report = bureau.inquire(BANK, "B1");
        assertThat(report.status()).isEqualTo(GroupStatus.PART);
        assertThat(report.lines())
                .extracting(line -> line.status() + " " + line.reason())
                .containsExactly("ACSC null", "RJCT " + reason);
        assertThat(bureau.check(BANK, "62229999", "李四")).isEqualTo(check);
        assertThat(bureau.statement(BANK, PAYOUT, Orders.DAY, 1).closing()).isEqualTo(Fen.of(1_000_00 - 100));
    }

    @Test
    void an_account_that_nobody_opened_does_not_exist() throws Exception {
        bureau.order(Orders.of("B1", payment("李四")));

        assertThat(bureau.inquire(BANK, "B1").lines())
                .singleElement()
                .satisfies(line -> assertThat(line.reason()).isEqualTo("E02"));
        assertThat(bureau.check(BANK, "62229999", "李四")).isEqualTo(AccountCheck.Result.NO_ACCOUNT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"买买提•阿不都", "买买提・阿不都", "买买提 · 阿不都", "　买买提·阿不都"})
    void the_same_name_written_otherwise_is_the_same_name(String written) throws Exception {
        open("62229999", "买买提·阿不都", "正常");

        bureau.order(Orders.of("B1", payment(written)));

        assertThat(bureau.inquire(BANK, "B1").status()).isEqualTo(GroupStatus.ACSC);
        assertThat(bureau.check(BANK, "62229999", written)).isEqualTo(AccountCheck.Result.MATCH);
    }

    @Test
    void another_persons_name_is_not() throws Exception {
        open("62229999", "买买提·阿不都", "正常");

        assertThat(bureau.check(BANK, "62229999", "买买提·阿不")).isEqualTo(AccountCheck.Result.NAME_MISMATCH);
    }

    @Test
    void an_account_set_right_takes_the_next_payment() throws Exception {
        open("62229999", "李四", "冻结");
        bureau.order(Orders.of("B1", payment("李四")));

        open("62229999", "李四", "正常");
        bureau.order(Orders.of("B2", payment("李四")));

        assertThat(bureau.inquire(BANK, "B1").lines().getFirst().status()).isEqualTo(TransactionStatus.RJCT);
        assertThat(bureau.inquire(BANK, "B2").lines().getFirst().status()).isEqualTo(TransactionStatus.ACSC);
    }

    @Test
    void a_returned_payment_stands_in_the_books_as_gone_out_and_come_back() throws Exception {
        bureau.order(Orders.of("B1", Orders.payment(0, 100), payment("李四")));

        var books = bureau.get("/oracle/books?reference=" + Orders.RUN);
        assertThat(books.path("credited").asInt()).isEqualTo(2);
        assertThat(books.path("creditedFen").asLong()).isEqualTo(600);
        assertThat(books.path("returned").asInt()).isEqualTo(1);
        assertThat(books.path("returnedFen").asLong()).isEqualTo(500);
        assertThat(books.path("netFen").asLong()).isEqualTo(100);
        assertThat(books.path("byBank").path(0).path("bank").stringValue()).isEqualTo("102");
    }

    private void open(String account, String name, String state) throws Exception {
        assertThat(bureau.putAccounts("102," + account + "," + name + "," + state + "\n")
                        .body())
                .isEqualTo("{\"opened\":1}");
    }

    private static Payment payment(String name) {
        return new Payment("e2e-x", Fen.of(500), name, "62229999", "2020-03 养老金");
    }
}
