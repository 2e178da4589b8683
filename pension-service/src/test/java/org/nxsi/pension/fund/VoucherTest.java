package org.nxsi.pension.fund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.nxsi.pension.beneficiary.BenefitComponents;
import org.nxsi.pension.beneficiary.Scheme;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.money.Month;

class VoucherTest {

    private static final Month PERIOD = Month.parse("2020-03");
    private static final LocalDate DAY = LocalDate.of(2020, 3, 10);

    @Property
    void a_payment_of_any_parts_balances(
            @ForAll @LongRange(min = 1, max = 1_000_000_000) long basic,
            @ForAll @LongRange(min = 0, max = 1_000_000_000) long account,
            @ForAll @LongRange(min = 0, max = 1_000_000_000) long transitional,
            @ForAll @LongRange(min = 0, max = 1_000_000_000) long subsidy) {
        BenefitComponents parts =
                new BenefitComponents(Fen.of(basic), Fen.of(account), Fen.of(transitional), Fen.of(subsidy));
        Voucher paid = Voucher.payment(Scheme.ENTERPRISE, PERIOD, "102", "102/r1/2020-03-10", DAY, parts);
        Fen credit = paid.lines().stream().map(VoucherLine::credit).reduce(Fen.ZERO, Fen::plus);
        assertThat(credit).isEqualTo(parts.total());
    }

    @Test
    void a_voucher_that_does_not_balance_cannot_be_made() {
        List<VoucherLine> lopsided = List.of(
                VoucherLine.debit(Account.PAYOUT_ACCOUNT_DEPOSIT, "102", Fen.of(100)),
                VoucherLine.credit(Account.SPECIAL_ACCOUNT_DEPOSIT, null, Fen.of(99)));
        assertThatThrownBy(() ->
                        new Voucher("v", Scheme.ENTERPRISE, PERIOD, Voucher.Kind.ALLOTMENT, "advice", DAY, lopsided))
                .hasMessageContaining("does not balance");
    }

    @Test
    void the_same_movement_is_the_same_voucher() {
        Voucher once = Voucher.returned(Scheme.RESIDENT, PERIOD, "102", "102/r1/2020-03-10", DAY, Fen.of(5));
        Voucher again = Voucher.returned(Scheme.RESIDENT, PERIOD, "102", "102/r1/2020-03-10", DAY, Fen.of(5));
        assertThat(again.id()).isEqualTo(once.id());
    }
}
