package org.nxsi.pension.disbursement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.nxsi.pension.beneficiary.Scheme;
import org.nxsi.pension.payment.Batch;
import org.nxsi.pension.payment.BatchStatus;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.money.Month;

/** Complete, or named. */
class RunReportTest {

    private static final Month MARCH = Month.parse("2020-03");

    @Property
    void whoever_is_not_paid_or_returned_is_unknown_and_nobody_is_lost(
            @ForAll @IntRange(min = 0, max = 50) int paid,
            @ForAll @IntRange(min = 0, max = 50) int returned,
            @ForAll @IntRange(min = 1, max = 50) int silent) {
        Batch batch = batch(paid + returned + silent, paid, returned);
        RunReport report = RunReport.of(run(), control(paid + returned + silent), List.of(batch), returned, true);
        assertThat(report.unknown()).isEqualTo(silent);
        assertThat(report.isComplete()).isTrue();
        assertThat(report.isFinal()).isFalse();
    }

    @Property
    void a_missing_person_is_noticed(@ForAll @IntRange(min = 1, max = 50) int entitled) {
        RunReport report = RunReport.of(run(), control(entitled + 1), List.of(batch(entitled, entitled, 0)), 0, true);
        assertThat(report.isComplete()).isFalse();
        assertThat(report.isFinal()).isFalse();
    }

    private static Run run() {
        return Run.cut(MARCH, LocalDate.of(2020, 3, 10), 1, 1, "clerk");
    }

    private static Run.ControlTotals control(int entitled) {
        return new Run.ControlTotals(entitled, Fen.of(100L * entitled), 0, Fen.ZERO, 0);
    }

    private static Batch batch(int count, int paid, int returned) {
        return new Batch(
                "2020-03-R1.0000.102",
                "2020-03-R1",
                "102",
                MARCH,
                BatchStatus.SENT,
                count,
                Fen.of(100L * count),
                List.of(new Batch.FundShare(Scheme.ENTERPRISE, count, Fen.of(100L * count))),
                1,
                "2020-03-R1.0000.102-1",
                null,
                null,
                Instant.EPOCH,
                null,
                null,
                null,
                0,
                List.of(),
                paid,
                Fen.of(100L * paid),
                returned,
                Fen.of(100L * returned),
                null,
                0,
                null,
                null,
                false,
                List.of(),
                0,
                Fen.ZERO,
                List.of(),
                0,
                false);
    }
}
