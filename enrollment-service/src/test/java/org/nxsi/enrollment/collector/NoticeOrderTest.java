package org.nxsi.enrollment.collector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nxsi.enrollment.EnrollmentUnderTest;
import org.nxsi.enrollment.Registered;
import org.nxsi.enrollment.assessment.Company;
import org.nxsi.enrollment.collection.Due;
import org.nxsi.enrollment.collection.DueKey;
import org.nxsi.enrollment.collection.DueState;
import org.nxsi.enrollment.collection.Dues;
import org.nxsi.enrollment.scheme.Payer;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.local.testing.Answer;
import org.nxsi.platform.identity.CreditCode;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.money.Month;

/** The same notices, told in any order, more than once, cut into any batches, before and after the assessment. */
class NoticeOrderTest {

    private static final Scheme PENSION = Scheme.EMPLOYEE_PENSION;

    @ParameterizedTest
    @ValueSource(longs = {11, 23, 47})
    void the_due_comes_out_the_same(long seed) {
        Random random = new Random(seed);
        Company company = Company.withRiskClass();
        company.employ("2020-01", "6000.00");
        List<Map<String, Object>> notices = new ArrayList<>();
        Map<String, Object> takenBack = payment(company.payer(), "500.00", "2020-02-01");
        notices.add(takenBack);
        notices.add(TaxOffice.reversal(takenBack, "2020-02-06"));
        notices.add(payment(company.payer(), "1000.00", "2020-02-02"));
        notices.add(payment(company.payer(), "440.00", "2020-02-05"));
        notices.add(payment(company.payer(), "0.07", "2020-02-07"));
        List<Map<String, Object>> told = new ArrayList<>(notices);
        told.addAll(notices);
        Collections.shuffle(told, random);
        int declaredAfter = random.nextInt(told.size());

        for (int i = 0; i < told.size(); i++) {
            assertThat(TaxOffice.results(TaxOffice.tell(told.get(i)))).containsAnyOf("STORED", "ALREADY_STORED");
            if (i == declaredAfter) {
                company.declareMonth("2020-01");
            }
        }

        Due due = due(company.payer());
        assertThat(due.state()).isEqualTo(DueState.PAID);
        assertThat(due.arrived()).isEqualTo(Fen.ofYuan("1440.00"));
        assertThat(due.suspense()).isEqualTo(Fen.ofYuan("0.07"));
        assertThat(due.fullOn()).hasToString("2020-02-05");
        assertThat(due.postings()).hasSize(6);
    }

    @Test
    void told_by_several_at_once_each_counts_once() throws Exception {
        Payer payer = Payer.employer(CreditCode.parse(Registered.freshCreditCode()));
        List<Map<String, Object>> notices = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            notices.add(payment(payer, "1.00", "2020-02-03"));
        }
        List<Future<Answer>> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (int i = 0; i < 4; i++) {
                List<Map<String, Object>> mine = new ArrayList<>(notices);
                Collections.shuffle(mine, new Random(i));
                answers.add(threads.submit(() -> TaxOffice.tell(mine)));
            }
        }
        long stored = 0;
        for (Future<Answer> answer : answers) {
            assertThat(answer.get().text("refused")).as(answer.get().body()).isEqualTo("0");
            stored += Long.parseLong(answer.get().text("stored"));
        }

        assertThat(stored).isEqualTo(40);
        assertThat(TaxOffice.tell(notices).text("alreadyStored")).isEqualTo("40");
        assertThat(due(payer).received()).isEqualTo(Fen.ofYuan("40.00"));
    }

    private static Map<String, Object> payment(Payer payer, String amount, String on) {
        return TaxOffice.payment(payer, PENSION, "2020-01", amount, on);
    }

    private static Due due(Payer payer) {
        return Objects.requireNonNull(EnrollmentUnderTest.service()
                .part(Dues.class)
                .byId(new DueKey(payer, PENSION, Month.parse("2020-01")).id()));
    }
}
