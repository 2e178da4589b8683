package org.nxsi.simulators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.nxsi.simulators.Orders.BANK;
import static org.nxsi.simulators.Orders.DAY;
import static org.nxsi.simulators.Orders.PAYOUT;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.partner.AccountStatement;
import org.nxsi.platform.partner.AccountStatement.Entry;
import org.nxsi.platform.partner.AccountStatement.Kind;
import org.nxsi.simulators.bank.BankSettings;

class StatementTest {

    private static final LocalDate NEXT_DAY = DAY.plusDays(1);

    @TempDir
    private Path folder;

    private Street street;
    private Bureau bureau;

    @BeforeEach
    void the_banks_are_open_and_write_seven_entries_on_a_page() throws Exception {
        street = Street.open(folder, new BankSettings(0, 0, 7), "");
        bureau = street.bureau();
        Orders.prepare(bureau, 20, 1_000_00);
    }

    @AfterEach
    void the_banks_close() throws Exception {
        street.close();
    }

    @Test
    void opening_and_entries_of_all_pages_sum_to_closing() throws Exception {
        bureau.order(Orders.of("B1", 0, 15));
        bureau.order(Orders.of("B2", 15, 10));

        List<AccountStatement> pages = pages(DAY);
        List<Entry> entries =
                pages.stream().flatMap(page -> page.entries().stream()).toList();
        // the allotment, 25 payments, and 5 of them back: accounts 20 to 24 were never opened
        assertThat(pages).hasSize(5);
        assertThat(entries).hasSize(31).hasSize(pages.getFirst().entriesOfDay());
        assertThat(entries).extracting(Entry::reference).doesNotHaveDuplicates();
        assertThat(entries.stream().filter(entry -> entry.kind() == Kind.RETURN))
                .hasSize(5)
                .allSatisfy(entry -> assertThat(entry.payment())
                        .satisfies(payment -> assertThat(payment.reason()).isEqualTo("E02")));
        assertThat(sum(pages)).isEqualTo(pages.getFirst().closing()).isEqualTo(Fen.of(1_000_00 - 20 * 100));
    }

    @Test
    void a_page_asked_for_again_is_the_same_and_one_past_the_last_is_empty() throws Exception {
        bureau.order(Orders.of("B1", 0, 15));

        assertThat(page(DAY, 2).entries()).isEqualTo(page(DAY, 2).entries()).hasSize(7);
        assertThat(page(DAY, 9).entries()).isEmpty();
        assertThat(page(DAY, 9).lastPage()).isTrue();
    }

    @Test
    void a_day_opens_with_what_the_day_before_closed_with() throws Exception {
        bureau.order(Orders.of("B1", 0, 1));
        bureau.postJson("/oracle/clock", "{\"date\":\"" + NEXT_DAY + "\"}");
        bureau.order(Orders.of("B2", 1, 2));

        assertThat(page(DAY, 1).closing()).isEqualTo(Fen.of(1_000_00 - 100));
        assertThat(page(NEXT_DAY, 1).opening()).isEqualTo(Fen.of(1_000_00 - 100));
        assertThat(sum(pages(NEXT_DAY))).isEqualTo(Fen.of(1_000_00 - 300));
        assertThat(page(NEXT_DAY.plusDays(1), 1).closing()).isEqualTo(Fen.of(1_000_00 - 300));
        assertThat(page(DAY.minusDays(1), 1).closing()).isEqualTo(Fen.ZERO);
    }

    @Test
    void a_refused_order_leaves_no_trace_on_it() throws Exception {
        bureau.order(Orders.of("B1", Orders.payment(1, 1_000_01)));

        assertThat(page(DAY, 1).entries()).singleElement().satisfies(entry -> {
            assertThat(entry.kind()).isEqualTo(Kind.ALLOTMENT);
            assertThat(entry.payment()).isNull();
        });
    }

    @Test
    void an_entry_names_the_payment_and_its_order() throws Exception {
        bureau.order(Orders.of("B1", Orders.payment(3, 250)));

        Entry entry = page(DAY, 1).entries().getLast();
        assertThat(entry.effect()).isEqualTo(Fen.of(-250));
        assertThat(entry.payment())
                .isEqualTo(new AccountStatement.PaymentReference(
                        "B1", Orders.RUN + "/110", "e2e-3", Orders.account(3), null));
    }

    @Test
    void the_statement_of_an_account_that_is_not_the_bureaus_is_not_given() {
        assertThat(catchThrowable(() -> bureau.statement(BANK, "640111010300000001", DAY, 1)))
                .hasMessageContaining("no-such-account");
    }

    private AccountStatement page(LocalDate date, int page) throws Exception {
        return bureau.statement(BANK, PAYOUT, date, page);
    }

    private List<AccountStatement> pages(LocalDate date) throws Exception {
        List<AccountStatement> pages = new ArrayList<>();
        do {
            pages.add(page(date, pages.size() + 1));
        } while (!pages.getLast().lastPage());
        return pages;
    }

    private static Fen sum(List<AccountStatement> pages) {
        return pages.stream()
                .flatMap(page -> page.entries().stream())
                .map(Entry::effect)
                .reduce(pages.getFirst().opening(), Fen::plus);
    }
}
