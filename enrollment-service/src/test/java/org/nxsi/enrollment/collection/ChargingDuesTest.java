package org.nxsi.enrollment.collection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.nxsi.enrollment.EnrollmentUnderTest;
import org.nxsi.enrollment.assessment.AssessmentSheet;
import org.nxsi.enrollment.assessment.Charge;
import org.nxsi.enrollment.assessment.Charging;
import org.nxsi.enrollment.assessment.Company;
import org.nxsi.enrollment.assessment.Sheets;
import org.nxsi.enrollment.scheme.Payer;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.local.testing.ServiceUnderTest;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.money.Month;

/** What sheets assess is what is owed. */
class ChargingDuesTest {

    private static final Month JANUARY = Month.parse("2020-01");

    private final ServiceUnderTest service = EnrollmentUnderTest.service();
    private final Company company = Company.withRiskClass();

    @Test
    void a_declared_month_is_owed_scheme_by_scheme() {
        company.employ("2020-01", "6000.00");
        company.employ("2020-01", "4000.00");

        assertThat(company.declareMonth("2020-01").status()).isEqualTo(200);

        Due pension = due(company.payer(), Scheme.EMPLOYEE_PENSION);
        assertThat(pension.state()).isEqualTo(DueState.ASSESSED);
        Charged charged = Objects.requireNonNull(pension.charged());
        assertThat(charged.employerPart()).isEqualTo(Fen.ofYuan("1600.00"));
        assertThat(charged.personPart()).isEqualTo(Fen.ofYuan("800.00"));
        assertThat(charged.persons()).isEqualTo(2);
        assertThat(pension.unpaid()).isEqualTo(Fen.ofYuan("2400.00"));
        assertThat(due(company.payer(), Scheme.UNEMPLOYMENT).assessed()).isEqualTo(Fen.ofYuan("100.00"));
        assertThat(due(company.payer(), Scheme.WORK_INJURY).state()).isEqualTo(DueState.ASSESSED);
    }

    @Test
    void told_again_nothing_changes_and_the_highest_revision_counts_in_whatever_order() {
        company.employ("2020-01", "6000.00");
        company.declareMonth("2020-01");
        Due first = due(company.payer(), Scheme.EMPLOYEE_PENSION);

        charge(first, 3, "900.00");
        charge(first, 2, "500.00");
        charge(first, 3, "900.00");

        Due after = due(company.payer(), Scheme.EMPLOYEE_PENSION);
        assertThat(after.assessed()).isEqualTo(Fen.ofYuan("900.00"));
        assertThat(after.revision()).isEqualTo(3);
        assertThat(after.postings()).hasSize(3);
        assertThat(after.version()).isEqualTo(3);
    }

    @Test
    void a_sheet_once_charged_is_not_charged_again() {
        company.employ("2020-01", "6000.00");
        company.declareMonth("2020-01");
        AssessmentSheet sheet =
                service.part(Sheets.class).find(company.payer(), JANUARY).orElseThrow();

        assertThat(company.declareMonth("2020-01").status()).isEqualTo(200);

        Due pension = due(company.payer(), Scheme.EMPLOYEE_PENSION);
        assertThat(pension.revision()).isEqualTo(sheet.revision());
        assertThat(pension.version()).isEqualTo(1);
    }

    private void charge(Due like, int revision, String employerPart) {
        Charged charged = Objects.requireNonNull(like.charged());
        service.part(Charging.class)
                .charge(List.of(new Charge(
                        like.payer(),
                        like.scheme(),
                        like.month(),
                        like.area(),
                        charged.sheet(),
                        revision,
                        Fen.ofYuan(employerPart),
                        Fen.ZERO,
                        charged.dueDate(),
                        1)));
    }

    private Due due(Payer payer, Scheme scheme) {
        return Objects.requireNonNull(service.part(Dues.class).byId(new DueKey(payer, scheme, JANUARY).id()));
    }
}
