package org.nxsi.enrollment.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.nxsi.enrollment.EnrollmentUnderTest.citizen;
import static org.nxsi.enrollment.EnrollmentUnderTest.clerk;
import static org.nxsi.enrollment.EnrollmentUnderTest.freshKey;
import static org.nxsi.enrollment.EnrollmentUnderTest.reviewer;
import static org.nxsi.enrollment.EnrollmentUnderTest.service;
import static org.nxsi.enrollment.EnrollmentUnderTest.staff;
import static org.nxsi.enrollment.EnrollmentUnderTest.staffOf;
import static org.nxsi.enrollment.account.AccountUnderTest.cause;
import static org.nxsi.enrollment.account.AccountUnderTest.line;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.local.testing.Answer;
import org.nxsi.local.testing.EventSchemas;
import org.nxsi.local.testing.Eventually;
import org.nxsi.local.testing.TestBroker;
import org.nxsi.local.testing.TestListener;
import org.nxsi.platform.identity.PersonId;
import org.nxsi.platform.identity.SocialNumber;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.money.Month;
import org.nxsi.platform.web.ProblemException;
import org.nxsi.platform.web.Role;

class AccountServiceTest {

    private static final Scheme SCHEME = Scheme.EMPLOYEE_PENSION;

    @Test
    void what_arrives_is_credited_once_however_often_it_is_told() {
        PersonId person = AccountUnderTest.registered(AccountUnderTest.number());

        crediting().arrived(List.of(line(person, "2020-01", "400.00", "2020-02-05", 1)));
        crediting().arrived(List.of(line(person, "2020-01", "400.00", "2020-02-05", 1)));

        assertThat(balance(person)).hasToString("400.00");
        assertThat(accounts().entries(person, SCHEME)).hasSize(1);
    }

    @Test
    void the_highest_revision_counts_in_whatever_order_they_come() {
        for (int seed = 0; seed < 12; seed++) {
            PersonId person = AccountUnderTest.registered(AccountUnderTest.number());
            List<ArrivedLine> told = new ArrayList<>(List.of(
                    line(person, "2020-01", "400.00", "2020-02-05", 1),
                    line(person, "2020-01", "440.00", "2020-02-20", 2),
                    line(person, "2020-01", "420.00", "2020-03-01", 3),
                    line(person, "2020-01", "440.00", "2020-02-20", 2)));
            Collections.shuffle(told, new Random(seed));

            told.forEach(each -> crediting().arrived(List.of(each)));

            assertThat(balance(person)).as("seed " + seed).hasToString("420.00");
            assertThat(check(person).findings()).isEmpty();
        }
    }

    @Test
    void what_was_paid_and_taken_back_leaves_nothing() {
        PersonId person = AccountUnderTest.registered(AccountUnderTest.number());

        crediting().arrived(List.of(line(person, "2020-01", "400.00", "2020-02-05", 1)));
        crediting().arrived(List.of(line(person, "2020-01", "0.00", "2020-02-07", 2)));

        assertThat(balance(person)).isEqualTo(Fen.ZERO);
    }

    @Test
    void two_who_credit_at_the_same_moment_credit_it_once() throws Exception {
        PersonId person = AccountUnderTest.registered(AccountUnderTest.number());
        List<Future<?>> running = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (int revision = 1; revision <= 4; revision++) {
                ArrivedLine line = line(person, "2020-01", "40" + revision + ".00", "2020-02-05", revision);
                running.add(threads.submit(() -> crediting().arrived(List.of(line))));
            }
            for (Future<?> each : running) {
                each.get();
            }
        }

        assertThat(balance(person)).hasToString("404.00");
        assertThat(check(person).findings()).isEmpty();
    }

    @Test
    void the_account_is_the_sum_of_its_entries_after_any_steps() {
        Random random = new Random(20200210);
        PersonId person = AccountUnderTest.registered(AccountUnderTest.number());
        Fen expected = Fen.ZERO;
        for (int step = 0; step < 40; step++) {
            Fen amount = Fen.of(1 + random.nextInt(100_000));
            if (random.nextBoolean()) {
                accounts().transferIn(person, SCHEME, amount, cause("sum-" + step, "2020-02-10"));
                expected = expected.plus(amount);
            } else {
                String month = "20%02d-%02d".formatted(1 + step / 12, 1 + step % 12);
                crediting().arrived(List.of(line(person, month, amount.toString(), month + "-10", 1)));
                expected = expected.plus(amount);
            }
        }

        assertThat(balance(person)).isEqualTo(expected);
        assertThat(check(person).bySum()).isEqualTo(expected);
        assertThat(check(person).findings()).isEmpty();
    }

    @Test
    void all_that_is_on_it_leaves_once_and_what_comes_later_stays_to_be_sent_after_it() {
        PersonId person = AccountUnderTest.registered(AccountUnderTest.number());
        crediting().arrived(List.of(line(person, "2020-01", "400.00", "2020-02-05", 1)));

        Fen moved = accounts().transferOut(person, SCHEME, cause("transfer-1", "2020-02-10"));
        Fen again = accounts().transferOut(person, SCHEME, cause("transfer-1", "2020-02-10"));

        assertThat(moved).hasToString("400.00").isEqualTo(again);
        assertThat(balance(person)).isEqualTo(Fen.ZERO);
        assertThat(accounts().find(person, SCHEME).orElseThrow().state()).isEqualTo(AccountState.TRANSFERRED);

        crediting().arrived(List.of(line(person, "2020-02", "400.00", "2020-03-05", 1)));
        assertThat(accounts().transferOut(person, SCHEME, cause("transfer-1/rest", "2020-03-10")))
                .hasToString("400.00");
    }

    @Test
    void many_who_draw_at_once_never_draw_more_than_there_is() throws Exception {
        PersonId person = AccountUnderTest.registered(AccountUnderTest.number());
        crediting().arrived(List.of(line(person, "2020-01", "1000.00", "2020-02-05", 1)));
        accounts().retire(person, SCHEME, cause("retire", "2020-02-10"));
        List<Future<Fen>> drawn = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
            for (int month = 3; month <= 5; month++) {
                Month of = new Month(2020, month);
                drawn.add(threads.submit(() -> accounts()
                        .drawDown(person, SCHEME, of, Fen.ofYuan("400.00"), cause("draw-" + of, "2020-03-10"))));
            }
            Fen sum = Fen.ZERO;
            for (Future<Fen> each : drawn) {
                sum = sum.plus(each.get());
            }
            assertThat(sum).hasToString("1000.00");
        }

        assertThat(balance(person)).isEqualTo(Fen.ZERO);
    }

    @Test
    void a_sealed_account_takes_money_in_and_lets_none_out() {
        PersonId person = AccountUnderTest.registered(AccountUnderTest.number());
        crediting().arrived(List.of(line(person, "2020-01", "400.00", "2020-02-05", 1)));
        accounts().freeze(person, SCHEME, cause("freeze", "2020-02-10"));

        crediting().arrived(List.of(line(person, "2020-02", "400.00", "2020-02-15", 1)));
        assertThatThrownBy(() -> accounts().payOut(person, SCHEME, cause("pay", "2020-02-16")))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo("account-state"));

        assertThat(balance(person)).hasToString("800.00");
        assertThat(accounts().thaw(person, SCHEME, cause("thaw", "2020-02-17")).state())
                .isEqualTo(AccountState.NORMAL);
    }

    @Test
    void what_was_credited_and_every_change_of_state_is_told() {
        PersonId person = AccountUnderTest.registered(AccountUnderTest.number());
        try (TestListener events = TestBroker.listen("enrollment.events")) {
            crediting().arrived(List.of(line(person, "2020-01", "400.00", "2020-02-05", 1)));
            accounts().freeze(person, SCHEME, cause("told", "2020-02-10"));

            Eventually.that(
                    "both are told",
                    () -> events.heardSoFar(each -> new String(each.value()).contains(person.value())
                                            && new String(each.value()).contains("enrollment.account"))
                                    .size()
                            == 2);
            events.heardSoFar(each -> new String(each.value()).contains(person.value())
                            && new String(each.value()).contains("enrollment.account"))
                    .forEach(each -> EventSchemas.assertValid(each.value()));
        }
    }

    @Test
    void an_order_is_carried_out_when_another_person_confirms_it() {
        SocialNumber number = AccountUnderTest.number();
        PersonId person = AccountUnderTest.registered(number);
        String orders = "/admin/v1/accounts/" + person.value() + "/110/orders";
        Answer ordered = service()
                .post(
                        orders,
                        clerk(),
                        freshKey(),
                        "{\"kind\":\"TAKE_OVER\",\"amount\":\"50000.00\",\"ground\":\"旧系统余额\"}");
        assertThat(ordered.status()).as(ordered.body()).isEqualTo(201);
        String confirmations = orders + "/" + ordered.text("id") + "/confirmations";

        assertThat(service().post(confirmations, clerk(), freshKey(), "{}").status())
                .isEqualTo(403);
        assertThat(service()
                        .post(confirmations, staff("clerk", Role.REVIEWER), freshKey(), "{}")
                        .text("code"))
                .isEqualTo("same-person");
        assertThat(balance(person)).isEqualTo(Fen.ZERO);
        assertThat(service().post(confirmations, reviewer(), freshKey(), "{}").status())
                .isEqualTo(200);
        assertThat(service().post(confirmations, reviewer(), freshKey(), "{}").status())
                .isEqualTo(200);

        assertThat(balance(person)).hasToString("50000.00");
        Answer account = service().get("/admin/v1/accounts/" + person.value() + "/110", clerk());
        assertThat(account.text("check", "balance")).isEqualTo("50000.00");
        assertThat(account.json().path("check").path("findings")).isEmpty();
        assertThat(service()
                        .get("/admin/v1/accounts/" + person.value() + "/110", staffOf("640300", "far", Role.CLERK))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void orders_that_say_too_little_are_refused() {
        PersonId person = AccountUnderTest.registered(AccountUnderTest.number());
        String orders = "/admin/v1/accounts/" + person.value() + "/110/orders";

        assertThat(code(orders, "{\"kind\":\"TAKE_OVER\",\"amount\":\"-1.00\",\"ground\":\"旧系统\"}"))
                .isEqualTo("invalid-amount");
        assertThat(code(orders, "{\"kind\":\"DRAW_DOWN\",\"amount\":\"1.00\",\"ground\":\"待遇\"}"))
                .isEqualTo("invalid-parameter");
        assertThat(code(orders, "{\"kind\":\"FREEZE\",\"ground\":\" \"}")).isEqualTo("invalid-parameter");
        assertThat(code(
                        "/admin/v1/accounts/" + person.value() + "/410/orders",
                        "{\"kind\":\"FREEZE\",\"ground\":\"纸质\"}"))
                .isEqualTo("invalid-parameter");
    }

    @Test
    void people_see_the_years_of_their_own_account() {
        SocialNumber number = AccountUnderTest.number();
        PersonId person = AccountUnderTest.registered(number);
        crediting().arrived(AccountUnderTest.year(person, 2019));
        crediting().arrived(List.of(line(person, "2020-01", "400.00", "2020-02-05", 1)));

        Answer answer = service().get("/v1/persons/me/pension-account", citizen(number.value(), "web"));

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.text("accounts", "0", "account", "opening")).isEqualTo("4800.00");
        assertThat(answer.text("accounts", "0", "account", "credited")).isEqualTo("400.00");
        assertThat(answer.text("accounts", "0", "account", "closing")).isEqualTo("5200.00");
        assertThat(answer.text("accounts", "0", "note")).isEqualTo("本年度利息于年末计入");
        assertThat(service()
                        .get("/v1/persons/me/pension-account?year=2021", citizen(number.value(), "web"))
                        .text("field"))
                .isEqualTo("year");
        assertThat(service().get("/v1/persons/me/pension-account", clerk()).status())
                .isEqualTo(403);
    }

    private static String code(String path, String body) {
        return service().post(path, clerk(), freshKey(), body).text("code");
    }

    private static AccountCheck.Checked check(PersonId person) {
        return AccountCheck.of(accounts().entries(person, SCHEME), false);
    }

    private static Fen balance(PersonId person) {
        return accounts().balance(person, SCHEME);
    }

    private static Crediting crediting() {
        return service().part(Crediting.class);
    }

    private static Accounts accounts() {
        return service().part(Accounts.class);
    }
}
