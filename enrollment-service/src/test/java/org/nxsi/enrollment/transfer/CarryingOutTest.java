package org.nxsi.enrollment.transfer;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.nxsi.enrollment.EnrollmentUnderTest.service;
import static org.nxsi.enrollment.transfer.Transfers.CLERK;
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

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nxsi.enrollment.assessment.Company;
import org.nxsi.enrollment.relation.Relations;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.money.Month;

/** What a step has written is carried out once, whoever takes it up and however often. */
class CarryingOutTest {

    private static Company company;

    @BeforeAll
    static void somebody_employs() {
        company = Company.withRiskClass();
    }

    @Test
    void a_crash_before_the_account_is_credited_is_made_good_once() {
        String person = company.employ("2020-01", "6000.00");
        String number = letterSent(person);
        done(partner(number, "information", information("info-1", 2018)));
        Transfer left = written(number, now -> SampleTransfer.moneyIn(now, "money-1", "9360.00"));
        assertThat(balance(person)).isEqualTo(Fen.ZERO);
        assertThat(staff(number, "proposals", CLERK, Map.of("kind", "RETURN", "reason", "退回"))
                        .text("code"))
                .isEqualTo("wrong-step");
        assertThat(waiting()).contains(number);

        carryOut(left);
        carryOut(left);

        assertThat(balance(person)).isEqualTo(Fen.ofYuan("3744.00"));
        assertThat(seen(number).text("state")).isEqualTo("COMPLETED");
        assertThat(waiting()).doesNotContain(number);
    }

    @Test
    void a_crash_before_the_account_is_emptied_is_made_good_once_and_waits_for_nobody_else() {
        String person = company.employ("2020-01", "6000.00");
        String in = letterSent(person);
        done(partner(in, "information", information("info-1", 2018)));
        done(partner(in, "money", money("money-1", "9360.00")));
        String number = done(201, out(person)).text("number");
        accept(number);
        done(partner(number, "letter", Map.of("messageId", "contact-1")));
        done(staff(number, "handling", CLERK, Map.of()));
        List<Sent.EndedRelation> ended = service().part(Relations.class).ofPerson(id(person)).stream()
                .filter(each -> each.scheme().code().equals("110"))
                .map(each ->
                        new Sent.EndedRelation(each.person(), each.payer(), each.area(), Month.parse("2020-01"), null))
                .toList();
        Transfer left = written(number, now -> SendingRule.send(now, ended, SampleTransfer.by("somebody")));
        assertThat(partner(number, "letter", Map.of("messageId", "return-1", "returned", true, "reason", "退回"))
                        .text("code"))
                .isEqualTo("transfer-busy");

        carryOut(left);
        carryOut(left);

        assertThat(balance(person)).isEqualTo(Fen.ZERO);
        assertThat(seen(number).text("account")).isEqualTo("3744.00");
        assertThat(seen(number).text("pool")).isEqualTo("5616.00");
        assertThat(service().part(Relations.class).ofPerson(id(person)).stream()
                        .filter(each -> each.scheme().code().equals("110")))
                .allMatch(each -> !each.spells().getLast().runs());
    }

    /** A step as it stands in the store when whoever wrote it goes no further. */
    private static Transfer written(String number, Function<Transfer, Turn> step) {
        TransferFiles files = service().part(TransferFiles.class);
        Transfer before = requireNonNull(files.byNumber(number));
        return files.change(before.id(), now -> WrongTurn.taken(now, step.apply(now)));
    }

    private static void carryOut(Transfer left) {
        service().part(CarryingOut.class).carryOut(left);
    }

    private static List<String> waiting() {
        return service().part(TransferFiles.class).left(Instant.now().plusSeconds(5), 100).stream()
                .map(Transfer::number)
                .toList();
    }
}
