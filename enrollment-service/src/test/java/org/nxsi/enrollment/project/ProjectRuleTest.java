package org.nxsi.enrollment.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.nxsi.enrollment.assessment.Parts;
import org.nxsi.platform.money.Fen;

/** 工伤保险条例 第十条; 人社部发〔2014〕103号. */
class ProjectRuleTest {

    private static final BigDecimal RATE = new BigDecimal("0.001");
    private static final LocalDate TODAY = LocalDate.of(2020, 2, 10);

    @Test
    void a_share_of_the_contract_value_is_owed_by_the_employer_alone_rounded_once() {
        Parts parts = ProjectRule.owed(Fen.ofYuan("12345678.50"), RATE);

        assertThat(parts.base()).isEqualTo(Fen.ofYuan("12345678.50"));
        assertThat(parts.employer()).isEqualTo(Fen.ofYuan("12345.68"));
        assertThat(parts.person()).isEqualTo(Fen.ZERO);
        assertThat(parts.owed()).isEqualTo(parts.employer());
    }

    @Property
    void a_higher_value_never_owes_less(
            @ForAll @LongRange(min = 1, max = 100_000_000_000_000L) long one,
            @ForAll @LongRange(min = 1, max = 100_000_000_000_000L) long other) {
        Fen lower = ProjectRule.owed(Fen.of(Math.min(one, other)), RATE).employer();
        Fen higher = ProjectRule.owed(Fen.of(Math.max(one, other)), RATE).employer();

        assertThat(lower).isLessThanOrEqualTo(higher);
    }

    @Test
    void values_and_days_that_cannot_be_are_refused_by_field() {
        LocalDate end = TODAY.plusYears(1);
        assertThat(field(ProjectRule.ofNew(Fen.ZERO, TODAY, end))).isEqualTo("contractValue");
        assertThat(field(ProjectRule.ofNew(Fen.ofYuan("-1.00"), TODAY, end))).isEqualTo("contractValue");
        assertThat(field(ProjectRule.ofNew(Fen.ofYuan("1000000000000.01"), TODAY, end)))
                .isEqualTo("contractValue");
        assertThat(field(ProjectRule.ofNew(Fen.ofYuan("1.00"), end, TODAY))).isEqualTo("endsOn");
        assertThat(field(ProjectRule.ofNew(Fen.ofYuan("1.00"), TODAY, TODAY.plusYears(31))))
                .isEqualTo("endsOn");
        assertThat(ProjectRule.ofNew(Fen.ofYuan("1.00"), TODAY, TODAY)).isNull();
    }

    @Test
    void a_completed_project_is_not_extended_and_not_completed_twice() {
        Project project = WorkerRuleTest.project();
        Project completed = project.completed(TODAY);

        assertThat(ProjectRule.ofExtension(project, LocalDate.of(2021, 6, 30))).isNull();
        assertThat(field(ProjectRule.ofExtension(project, project.endsOn()))).isEqualTo("endsOn");
        assertThat(ProjectRule.ofExtension(completed, LocalDate.of(2021, 6, 30)))
                .isNotNull();
        assertThat(ProjectRule.ofCompletion(project, TODAY, TODAY)).isNull();
        assertThat(ProjectRule.ofCompletion(project, TODAY.plusDays(1), TODAY)).isNotNull();
        assertThat(ProjectRule.ofCompletion(project, LocalDate.of(2019, 12, 31), TODAY))
                .isNotNull();
        assertThat(ProjectRule.ofCompletion(completed, TODAY, TODAY)).isNotNull();
    }

    @Test
    void it_covers_its_days_up_to_the_real_last_one() {
        Project project = WorkerRuleTest.project();

        assertThat(project.covers(LocalDate.of(2020, 1, 1))).isTrue();
        assertThat(project.covers(LocalDate.of(2019, 12, 31))).isFalse();
        assertThat(project.covers(LocalDate.of(2020, 12, 31))).isTrue();
        assertThat(project.completed(TODAY).covers(TODAY)).isTrue();
        assertThat(project.completed(TODAY).covers(TODAY.plusDays(1))).isFalse();
    }

    private static String field(ProjectRule.Fault fault) {
        return fault == null ? "" : fault.field();
    }
}
