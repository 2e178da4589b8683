package org.nxsi.enrollment.lateness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nxsi.enrollment.Registered;
import org.nxsi.enrollment.collection.Due;
import org.nxsi.enrollment.collection.DueKey;
import org.nxsi.enrollment.collection.Posting;
import org.nxsi.enrollment.collection.TestDues;
import org.nxsi.enrollment.lateness.DueLateFee.OfPayment;
import org.nxsi.enrollment.scheme.Payer;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.platform.emergency.EmergencyPeriod;
import org.nxsi.platform.emergency.EmergencyPeriods;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.identity.CreditCode;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.money.Month;
import org.nxsi.platform.policy.PolicyData;
import org.nxsi.platform.policy.PolicyUnknown;
import org.nxsi.platform.web.ProblemException;

/** 滞纳金, 社会保险法 第八十六条. */
class LateFeesTest {

    private static final AreaCode AREA = AreaCode.parse("640104");
    private static final Instant AT = Instant.parse("2020-03-01T00:00:00Z");
    private static final DueKey KEY = new DueKey(
            Payer.employer(CreditCode.parse(Registered.freshCreditCode())),
            Scheme.EMPLOYEE_PENSION,
            Month.parse("2019-08"));

    private static final String WAIVED = """
            policies:
              - key: emergency.late_fee_waived
                region: "640000"
                scheme: all
                valid_from: 2020-01-23
                value: true
                unit: switch
                doc_no: sample
                provenance: "made up for a test"
                status: sample
            """;

    private final LateFees fees = fees(PolicyData.shipped());

    @Test
    void ten_thousand_yuan_for_forty_seven_days_are_235_yuan() {
        Due due = due("10000.00", "2019-09-25");

        assertThat(fees.of(due, LocalDate.parse("2019-09-25").plusDays(47)).fee())
                .isEqualTo(Fen.ofYuan("235.00"));
    }

    @ParameterizedTest
    @CsvSource({
        "10000.00, 2019-09-25, 2019-09-24, 0.00",
        "10000.00, 2019-09-25, 2019-09-25, 0.00",
        "10000.00, 2019-09-25, 2019-09-26, 5.00",
        "1000.00, 2011-06-28, 2011-07-03, 5.50",
        "671.42, 2019-09-25, 2019-10-02, 2.35",
        "0.01, 2019-09-25, 2019-12-25, 0.00"
    })
    void it_is_simple_by_the_day_each_at_the_rate_that_held_on_it(
            String owed, String dueDate, LocalDate paidOn, String fee) {
        assertThat(fees.of(due(owed, dueDate), paidOn).fee()).isEqualTo(Fen.ofYuan(fee));
    }

    @Test
    void each_payment_counts_from_its_own_day_and_the_rest_to_the_day_asked_about() {
        Due due = due(
                "10000.00",
                "2019-09-25",
                TestDues.paid("1", "2000.00", "2019-09-20"),
                TestDues.paid("2", "3000.00", "2019-10-05"));

        DueLateFee fee = fees.of(due, LocalDate.parse("2019-10-15"));

        assertThat(fee.payments())
                .extracting(each -> each.amount() + " " + each.ground() + " " + each.days() + " " + each.fee())
                .containsExactly("2000.00 NOT_LATE 0 0.00", "3000.00 NORMAL 10 15.00", "5000.00 NORMAL 20 50.00");
        assertThat(fee.fee()).isEqualTo(Fen.ofYuan("65.00"));
    }

    @Test
    void what_is_moved_away_was_not_paid() {
        Due due = due(
                "1000.00",
                "2019-09-25",
                TestDues.paid("1", "1000.00", "2019-09-20"),
                Posting.moved(
                        Posting.Kind.MOVED_OUT,
                        "A",
                        AT,
                        LocalDate.parse("2019-10-01"),
                        Fen.ofYuan("400.00"),
                        "a",
                        "b"));

        assertThat(fees.of(due, LocalDate.parse("2019-10-05")).payments())
                .extracting(OfPayment::amount)
                .containsExactly(Fen.ofYuan("600.00"), Fen.ofYuan("400.00"));
    }

    @Test
    void in_the_window_nobody_says_without_the_document_that_would_tell() {
        Due due = putOff("2020-02-25", null);

        assertThatThrownBy(() -> fees.of(due, LocalDate.parse("2020-03-10")))
                .isInstanceOfSatisfying(
                        PolicyUnknown.class,
                        unknown -> assertThat(unknown.missing()).contains("免收滞纳金"));
        LateFees.SoFar soFar = fees.soFar(due, LocalDate.parse("2020-03-10"));
        assertThat(soFar.fee()).isNull();
        assertThat(soFar.missing()).isEqualTo("policy-unknown");
        assertThat(soFar.document()).contains("免收滞纳金");
    }

    @Test
    void due_in_the_emergency_it_is_in_the_window_before_the_days_work_has_put_it_off() {
        Due due = due("1000.00", "2020-02-25");

        assertThatThrownBy(() -> fees.of(due, LocalDate.parse("2020-03-10"))).isInstanceOf(PolicyUnknown.class);
    }

    @Test
    void in_the_window_the_policy_decides_with_its_document() {
        LateFees sample = fees(PolicyData.shipped().with("test", WAIVED));
        Due due = putOff("2020-02-25", LocalDate.parse("2020-09-30"));

        DueLateFee fee = sample.of(due, LocalDate.parse("2020-09-30"));

        assertThat(fee.fee()).isEqualTo(Fen.ZERO);
        assertThat(fee.payments().getFirst().waiver()).isNotNull();
    }

    @Test
    void after_the_deadline_two_people_decide_first_and_then_it_counts_from_the_due_date() {
        Due undecided = putOff("2020-02-25", LocalDate.parse("2020-09-30"));
        Due decided = putOff(
                "2020-02-25",
                LocalDate.parse("2020-09-30"),
                Posting.ofLedger(Posting.Kind.NORMAL_RULES, "n", AT, LocalDate.parse("2020-10-08"), "entry", null));

        assertThatThrownBy(() -> fees.of(undecided, LocalDate.parse("2020-10-01")))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo("decision-required"));
        assertThat(fees.of(decided, LocalDate.parse("2020-10-10")).fee()).isEqualTo(Fen.ofYuan("114.00"));
    }

    private static LateFees fees(PolicyData policies) {
        return new LateFees(
                policies,
                EmergencyPeriods.of(new EmergencyPeriod(
                        "EP-640000-1", AreaCode.NINGXIA, 1, LocalDate.parse("2020-01-23"), "D", null, null)));
    }

    private static Due putOff(String dueDate, @Nullable LocalDate deadline, Posting... more) {
        List<Posting> all = new ArrayList<>(List.of(more));
        all.add(Posting.putOff(AT, LocalDate.parse(dueDate).plusDays(1), "EP-640000-1"));
        if (deadline != null) {
            all.add(Posting.ofLedger(Posting.Kind.DEADLINE, "d", AT, LocalDate.parse("2020-06-30"), "entry", deadline));
        }
        return due("1000.00", dueDate, all.toArray(Posting[]::new));
    }

    private static Due due(String owed, String dueDate, Posting... more) {
        List<Posting> all = new ArrayList<>(List.of(more));
        all.add(TestDues.charged(AREA, 1, owed, dueDate));
        return TestDues.folded(KEY, AREA, all);
    }
}
