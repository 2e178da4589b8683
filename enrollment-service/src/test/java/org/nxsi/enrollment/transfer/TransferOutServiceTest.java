package org.nxsi.enrollment.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nxsi.enrollment.EnrollmentUnderTest.service;
import static org.nxsi.enrollment.transfer.Transfers.CLERK;
import static org.nxsi.enrollment.transfer.Transfers.MINE;
import static org.nxsi.enrollment.transfer.Transfers.REVIEWER;
import static org.nxsi.enrollment.transfer.Transfers.accept;
import static org.nxsi.enrollment.transfer.Transfers.balance;
import static org.nxsi.enrollment.transfer.Transfers.done;
import static org.nxsi.enrollment.transfer.Transfers.id;
import static org.nxsi.enrollment.transfer.Transfers.information;
import static org.nxsi.enrollment.transfer.Transfers.letterSent;
import static org.nxsi.enrollment.transfer.Transfers.money;
import static org.nxsi.enrollment.transfer.Transfers.out;
import static org.nxsi.enrollment.transfer.Transfers.partner;
import static org.nxsi.enrollment.transfer.Transfers.seen;
import static org.nxsi.enrollment.transfer.Transfers.staff;
import static org.nxsi.enrollment.transfer.Transfers.token;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nxsi.enrollment.EnrollmentUnderTest;
import org.nxsi.enrollment.Registered;
import org.nxsi.enrollment.account.AccountState;
import org.nxsi.enrollment.account.Accounts;
import org.nxsi.enrollment.account.Cause;
import org.nxsi.enrollment.collection.DueKey;
import org.nxsi.enrollment.collection.Posting;
import org.nxsi.enrollment.collection.PostingToDues;
import org.nxsi.enrollment.relation.Relations;
import org.nxsi.enrollment.relation.Spell;
import org.nxsi.enrollment.relation.StopReason;
import org.nxsi.enrollment.scheme.Payer;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.local.testing.Answer;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.money.Month;
import org.nxsi.platform.web.Role;

/** 掌上12333 第14至16项: relations that leave Ningxia. */
class TransferOutServiceTest {

    /** Insured as a flexible worker since January, with twelve months of 2018 from 西安 and 3,744.00 on the account. */
    private static String insured() {
        String person = flexible();
        String number = letterSent(person);
        done(partner(number, "information", information("info-1", 2018)));
        done(partner(number, "money", money("money-1", "9360.00")));
        return person;
    }

    private static String flexible() {
        String person = Registered.person();
        done(Registered.post(
                "/v1/persons/me/flexible-contribution-assessments",
                EnrollmentUnderTest.citizen(person, "my-ningxia"),
                Map.of("from", "2020-01", "to", "2020-01", "base", "4000.00")));
        return person;
    }

    private static String handled(String person) {
        String number = done(201, out(person)).text("number");
        accept(number);
        done(partner(number, "letter", Map.of("messageId", "contact-1")));
        done(staff(number, "handling", CLERK, Map.of()));
        return number;
    }

    private static AccountState state(String person) {
        return service()
                .part(Accounts.class)
                .find(id(person), Scheme.EMPLOYEE_PENSION)
                .orElseThrow()
                .state();
    }

    private static List<Spell> spells(String person) {
        return service().part(Relations.class).ofPerson(id(person)).getFirst().spells();
    }

    @Test
    void the_whole_way_out_with_receipts_in_either_order() {
        String person = insured();
        String number = done(201, out(person)).text("number");
        assertThat(accept(number).text("application", "state")).isEqualTo("SUSPENDED");
        Answer letter = done(partner(number, "letter", Map.of("messageId", "contact-1")));
        assertThat(letter.text("state")).isEqualTo("LETTER_SENT");
        done(partner(number, "letter", Map.of("messageId", "contact-1")));
        assertThat(done(staff(number, "handling", CLERK, Map.of())).text("stateTitle"))
                .isEqualTo("原地办理");
        done(staff(number, "handling", CLERK, Map.of()));
        assertThat(state(person)).isEqualTo(AccountState.SEALED);

        Answer sent = done(staff(number, "sending", REVIEWER, Map.of()));
        done(staff(number, "sending", REVIEWER, Map.of()));

        assertThat(sent.text("account")).isEqualTo("3744.00");
        assertThat(sent.text("pool")).isEqualTo("5616.00");
        assertThat(sent.text("months")).isEqualTo("12");
        assertThat(balance(person)).isEqualTo(Fen.ZERO);
        assertThat(state(person)).isEqualTo(AccountState.TRANSFERRED);
        assertThat(spells(person).getLast().reason()).isEqualTo(StopReason.MOVED_AWAY);
        assertThat(spells(person).getLast().to()).isEqualTo(Month.parse("2020-01"));
        assertThat(partner(number, "money", money("receipt-2", "9360.01")).text("code"))
                .isEqualTo("amount-differs");
        assertThat(done(partner(number, "money", money("receipt-2", "9360.00"))).text("stateTitle"))
                .isEqualTo("资金到");
        assertThat(done(partner(number, "information", Map.of("messageId", "receipt-1")))
                        .text("stateTitle"))
                .isEqualTo("接续完成");
        done(partner(number, "information", Map.of("messageId", "receipt-1")));
        assertThat(seen(number).text("application", "state")).isEqualTo("APPROVED");
        assertThat(service().part(TransferredMonths.class).ofPerson(id(person))).isEmpty();
        assertThat(service().get(MINE + "/progress", token(person)).text("items", "0", "informationArrived"))
                .isEqualTo("true");
    }

    @Test
    void months_that_went_away_come_back_without_being_double() {
        String person = insured();
        String away = handled(person);
        done(staff(away, "sending", REVIEWER, Map.of()));
        done(partner(away, "information", Map.of("messageId", "receipt-1")));
        done(partner(away, "money", money("receipt-2", "9360.00")));

        String back = letterSent(person);
        done(partner(back, "money", money("money-1", "9360.00")));
        Answer arrived = done(partner(back, "information", information("info-1", 2018)));

        assertThat(arrived.text("state")).isEqualTo("COMPLETED");
        assertThat(balance(person)).isEqualTo(Fen.ofYuan("3744.00"));
        assertThat(state(person)).isEqualTo(AccountState.NORMAL);
        assertThat(service().part(TransferredMonths.class).ofPerson(id(person))).hasSize(12);
    }

    @Test
    void what_the_other_place_sends_back_stands_here_again() {
        String person = insured();
        String number = handled(person);
        done(staff(number, "sending", REVIEWER, Map.of()));
        Map<String, Object> returned = Map.of("messageId", "return-1", "returned", true, "reason", "本人已回原籍");

        Answer back = done(partner(number, "letter", returned));
        done(partner(number, "letter", returned));

        assertThat(back.text("state")).isEqualTo("RETURNED");
        assertThat(balance(person)).isEqualTo(Fen.ofYuan("3744.00"));
        assertThat(state(person)).isEqualTo(AccountState.NORMAL);
        assertThat(spells(person).getLast().runs()).isTrue();
        assertThat(spells(person).getLast().from()).isEqualTo(Month.parse("2020-02"));
        assertThat(service().get(MINE + "/reviews", token(person)).text("items", "0", "resultTitle"))
                .isEqualTo("审核通过后退回");
        assertThat(service().part(TransferredMonths.class).ofPerson(id(person))).hasSize(12);
    }

    @Test
    void sent_back_before_anything_left_the_account_is_open_again() {
        String person = insured();
        String number = handled(person);

        done(partner(number, "letter", Map.of("messageId", "return-1", "returned", true, "reason", "误发")));

        assertThat(state(person)).isEqualTo(AccountState.NORMAL);
        assertThat(balance(person)).isEqualTo(Fen.ofYuan("3744.00"));
        assertThat(spells(person).getLast().runs()).isTrue();
        assertThat(partner(number, "letter", Map.of("messageId", "return-2", "returned", true))
                        .text("field"))
                .isEqualTo("reason");
    }

    @Test
    void who_looked_at_it_does_not_send_it_and_nothing_is_sent_before_the_letter() {
        String both = EnrollmentUnderTest.staffOf("640104", "transfer-both", Role.CLERK, Role.REVIEWER);
        String person = insured();
        String number = done(201, out(person)).text("number");
        accept(number);
        assertThat(staff(number, "handling", both, Map.of()).text("code")).isEqualTo("wrong-step");
        assertThat(staff(number, "sending", both, Map.of()).text("code")).isEqualTo("wrong-step");
        assertThat(partner(number, "money", money("receipt-1", "9360.00")).text("code"))
                .isEqualTo("nothing-sent");
        done(partner(number, "letter", Map.of("messageId", "contact-1")));
        done(staff(number, "handling", both, Map.of()));

        Answer alone = staff(number, "sending", both, Map.of());

        assertThat(alone.status()).isEqualTo(403);
        assertThat(alone.text("code")).isEqualTo("same-person");
        assertThat(balance(person)).isEqualTo(Fen.ofYuan("3744.00"));
        assertThat(spells(person).getLast().runs()).isTrue();
    }

    @Test
    void a_sealed_account_and_who_was_never_here_have_nothing_to_send() {
        assertThat(out(Registered.person()).text("code")).isEqualTo("never-insured-here");
        String person = insured();
        service()
                .part(Accounts.class)
                .freeze(
                        id(person),
                        Scheme.EMPLOYEE_PENSION,
                        new Cause("court", "协助执行通知书", "judge", LocalDate.of(2020, 2, 10)));
        String number = done(201, out(person)).text("number");
        accept(number);
        done(partner(number, "letter", Map.of("messageId", "contact-1")));

        Answer refused = staff(number, "handling", CLERK, Map.of());

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("code")).isEqualTo("account-state");
        assertThat(seen(number).text("state")).isEqualTo("LETTER_SENT");
    }

    @Test
    void only_months_that_are_paid_are_told() {
        String person = Registered.person();
        done(Registered.post(
                "/v1/persons/me/flexible-contribution-assessments",
                EnrollmentUnderTest.citizen(person, "my-ningxia"),
                Map.of("from", "2020-01", "to", "2020-02", "base", "4000.00")));
        DueKey january = new DueKey(Payer.flexibleWorker(id(person)), Scheme.EMPLOYEE_PENSION, Month.parse("2020-01"));
        service()
                .part(PostingToDues.class)
                .post(
                        Map.of(
                                january,
                                List.of(Posting.paid(
                                        "transfer-test/" + person,
                                        Instant.parse("2020-02-01T00:00:00Z"),
                                        LocalDate.of(2020, 2, 1),
                                        Fen.ofYuan("800.00"),
                                        Fen.ZERO))),
                        SampleTransfer.AREA);

        Information told = service()
                .part(OwnRecord.class)
                .information(id(person), Fen.ofYuan("320.00"), LocalDate.of(2020, 2, 10));

        assertThat(told.months()).containsExactly(new MonthBase(Month.parse("2020-01"), Fen.ofYuan("4000.00")));
        assertThat(told.years()).containsExactly(new YearAccount(2020, Fen.ofYuan("320.00")));
    }
}
