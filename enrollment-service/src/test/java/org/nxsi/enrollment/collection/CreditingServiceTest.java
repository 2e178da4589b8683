package org.nxsi.enrollment.collection;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.nxsi.enrollment.EnrollmentUnderTest;
import org.nxsi.enrollment.Registered;
import org.nxsi.enrollment.Topics;
import org.nxsi.enrollment.account.AccountView;
import org.nxsi.enrollment.account.Accounts;
import org.nxsi.enrollment.assessment.AssessedLine;
import org.nxsi.enrollment.assessment.Company;
import org.nxsi.enrollment.assessment.Ground;
import org.nxsi.enrollment.assessment.Parts;
import org.nxsi.enrollment.assessment.SheetOrder;
import org.nxsi.enrollment.assessment.Sheets;
import org.nxsi.enrollment.collector.TaxOffice;
import org.nxsi.enrollment.scheme.Payer;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.local.testing.EventSchemas;
import org.nxsi.local.testing.Eventually;
import org.nxsi.local.testing.ServiceUnderTest;
import org.nxsi.local.testing.TestListener;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.identity.CreditCode;
import org.nxsi.platform.identity.PersonId;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.money.Month;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** 足额到账: what is paid in full stands on the accounts of those it was paid for, and others are told. */
class CreditingServiceTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Scheme PENSION = Scheme.EMPLOYEE_PENSION;
    private static final Month JANUARY = Month.parse("2020-01");

    private final ServiceUnderTest service = EnrollmentUnderTest.service();

    @Test
    void eight_percent_of_each_base_is_credited_once_all_has_arrived() {
        Company company = Company.withRiskClass();
        String one = company.employ("2020-01", "6000.13");
        String other = company.employ("2020-01", "4321.06");
        company.declareMonth("2020-01");

        TaxOffice.paid(company.payer(), PENSION, "2020-01", "2000.00", "2020-02-03");
        TaxOffice.paid(company.payer(), PENSION, "2020-01", "477.07", "2020-02-05");
        assertThat(due(company.payer()).state()).isEqualTo(DueState.PARTLY_PAID);
        TaxOffice.paid(company.payer(), PENSION, "2020-01", "0.01", "2020-02-06");

        awaitCredited(company.payer(), 1);
        assertThat(balance(one)).isEqualTo(Fen.ofYuan("480.01"));
        assertThat(balance(other)).isEqualTo(Fen.ofYuan("345.68"));
    }

    @Test
    void while_something_is_missing_nobody_is_credited() {
        Company company = Company.withRiskClass();
        String person = company.employ("2020-01", "6000.00");
        company.declareMonth("2020-01");
        Company after = Company.withRiskClass();
        after.employ("2020-01", "6000.00");
        after.declareMonth("2020-01");

        TaxOffice.paid(company.payer(), PENSION, "2020-01", "1439.99", "2020-02-03");
        TaxOffice.paid(after.payer(), PENSION, "2020-01", "1440.00", "2020-02-03");

        awaitCredited(after.payer(), 1);
        assertThat(service.part(Accounts.class).find(id(person), PENSION)).isEmpty();
        assertThat(due(company.payer()).progress().creditedRevision()).isZero();
    }

    @Test
    void a_later_revision_brings_the_difference_when_it_is_paid() {
        Company company = Company.withRiskClass();
        String person = company.employ("2020-01", "6000.00");
        company.declareMonth("2020-01");
        TaxOffice.paid(company.payer(), PENSION, "2020-01", "1440.00", "2020-02-03");
        awaitCredited(company.payer(), 1);

        company.declare(person, "2020-01", "7000.00");
        assertThat(company.declareMonth("2020-01").status()).isEqualTo(200);
        Due short240 = due(company.payer());
        TaxOffice.paid(company.payer(), PENSION, "2020-01", "240.00", "2020-02-07");

        assertThat(short240.state()).isEqualTo(DueState.PARTLY_PAID);
        assertThat(short240.unpaid()).isEqualTo(Fen.ofYuan("240.00"));
        awaitCredited(company.payer(), 2);
        assertThat(balance(person)).isEqualTo(Fen.ofYuan("560.00"));
    }

    @Test
    void who_is_taken_off_the_sheet_loses_the_credit_and_too_much_money_waits_apart() {
        Company company = Company.withRiskClass();
        String stays = company.employ("2020-01", "6000.00");
        String leaves = company.employ("2020-01", "5000.00");
        company.declareMonth("2020-01");
        TaxOffice.paid(company.payer(), PENSION, "2020-01", "2640.00", "2020-02-03");
        awaitCredited(company.payer(), 1);

        issue(company.payer(), 2, List.of(line(id(stays), "6000.00", "960.00", "480.00", "480.00", "0.00", PENSION)));

        awaitCredited(company.payer(), 2);
        assertThat(balance(stays)).isEqualTo(Fen.ofYuan("480.00"));
        assertThat(balance(leaves)).isEqualTo(Fen.ZERO);
        assertThat(due(company.payer()).suspense()).isEqualTo(Fen.ofYuan("1200.00"));
    }

    @Test
    void money_taken_back_afterwards_is_for_people_and_the_credit_stays() {
        Company company = Company.withRiskClass();
        String person = company.employ("2020-01", "6000.00");
        company.declareMonth("2020-01");
        Map<String, Object> payment = TaxOffice.payment(company.payer(), PENSION, "2020-01", "1440.00", "2020-02-03");
        TaxOffice.tell(payment);
        awaitCredited(company.payer(), 1);

        TaxOffice.reversed(payment, "2020-02-06");

        Due after = due(company.payer());
        assertThat(after.state()).isEqualTo(DueState.ASSESSED);
        assertThat(service.part(Dues.class).creditedAndUnpaid(AreaCode.parse("640104"), null, 1_000))
                .extracting(Due::id)
                .contains(after.id());
        assertThat(balance(person)).isEqualTo(Fen.ofYuan("480.00"));
        TaxOffice.paid(company.payer(), PENSION, "2020-01", "1440.00", "2020-02-07");
        assertThat(due(company.payer()).toCredit()).isNull();
        assertThat(balance(person)).isEqualTo(Fen.ofYuan("480.00"));
    }

    @Test
    void killed_between_the_credit_and_its_mark_it_is_done_again_and_changes_nothing() {
        Company company = Company.withRiskClass();
        String person = company.employ("2020-01", "6000.00");
        company.declareMonth("2020-01");
        TaxOffice.paid(company.payer(), PENSION, "2020-01", "1440.00", "2020-02-03");
        awaitCredited(company.payer(), 1);

        service.part(MongoDatabase.class)
                .getCollection("dues")
                .updateOne(
                        Filters.eq("_id", due(company.payer()).id()),
                        Updates.combine(
                                Updates.set("progress.creditedRevision", 0),
                                Updates.set("toCredit", 1),
                                Updates.inc("version", 1L)));

        awaitCredited(company.payer(), 1);
        assertThat(balance(person)).isEqualTo(Fen.ofYuan("480.00"));
    }

    @Test
    void what_the_treasury_adds_is_credited_too_and_where_it_pays_all_nothing_need_arrive() {
        PersonId pays = id(Registered.person());
        PersonId paidFor = id(Registered.person());
        Scheme resident = Scheme.RESIDENT_PENSION;
        issue(Payer.resident(pays), 1, List.of(line(pays, "200.00", "0.00", "200.00", "230.00", "30.00", resident)));
        issue(
                Payer.resident(paidFor),
                1,
                List.of(line(paidFor, "100.00", "0.00", "0.00", "130.00", "130.00", resident)));

        TaxOffice.paid(Payer.resident(pays), resident, "2020-01", "200.00", "2020-02-03");

        Eventually.that("both are credited", () -> hasAccount(pays) && hasAccount(paidFor));
        assertThat(service.part(Accounts.class).balance(pays, resident)).isEqualTo(Fen.ofYuan("230.00"));
        assertThat(service.part(Accounts.class).balance(paidFor, resident)).isEqualTo(Fen.ofYuan("130.00"));
    }

    @Test
    void a_sheet_of_more_persons_than_a_page_is_credited_to_the_last() {
        Payer payer = Payer.employer(CreditCode.parse(Registered.freshCreditCode()));
        List<PersonId> people = new ArrayList<>();
        List<AssessedLine> lines = new ArrayList<>();
        for (int i = 0; i < 1_203; i++) {
            PersonId person = id(Registered.freshNumber());
            people.add(person);
            lines.add(line(person, "5000.00", "800.00", "400.00", "400.00", "0.00", PENSION));
        }
        issue(payer, 1, lines);

        TaxOffice.paid(payer, PENSION, "2020-01", "1443600.00", "2020-02-03");

        awaitCredited(payer, 1);
        Accounts accounts = service.part(Accounts.class);
        assertThat(people.stream()
                        .filter(each -> accounts.find(each, PENSION)
                                .map(AccountView::balance)
                                .equals(Optional.of(Fen.ofYuan("400.00")))))
                .hasSize(people.size());
    }

    @Test
    void others_are_told_of_each_due_how_its_money_stands() {
        Company company = Company.withRiskClass();
        company.employ("2020-01", "6000.00");
        company.declareMonth("2020-01");
        Map<String, Object> payment = TaxOffice.payment(company.payer(), PENSION, "2020-01", "1500.00", "2020-02-03");
        payment.put("lateFee", "1.25");
        TaxOffice.tell(payment);

        JsonNode full = lastTold(company.payer(), "PAID");
        assertThat(full.path("assessed").asString()).isEqualTo("1440.00");
        assertThat(full.path("received").asString()).isEqualTo("1500.00");
        assertThat(full.path("arrived").asString()).isEqualTo("1440.00");
        assertThat(full.path("suspense").asString()).isEqualTo("60.00");
        assertThat(full.path("lateFees").asString()).isEqualTo("1.25");
        assertThat(full.path("fullOn").asString()).isEqualTo("2020-02-03");
        TaxOffice.reversed(payment, "2020-02-06");
        JsonNode gone = lastTold(company.payer(), "ASSESSED");
        assertThat(gone.path("received").asString()).isEqualTo("0.00");
        assertThat(gone.path("version").asLong())
                .isGreaterThan(full.path("version").asLong());
        Eventually.that("nothing is left to be told", () -> due(company.payer()).news() == null);
    }

    /** The newest line about a payer's January, once it has that state. */
    private JsonNode lastTold(Payer payer, String state) {
        try (TestListener listener = EnrollmentUnderTest.surroundings().listen(Topics.EVENTS)) {
            List<JsonNode> told = new ArrayList<>();
            listener.await(1, each -> {
                JsonNode event = JSON.readTree(each.value());
                if (!event.path("type").asString().equals("enrollment.contribution-paid")) {
                    return false;
                }
                EventSchemas.assertValid(each.value());
                List<JsonNode> lines = StreamSupport.stream(
                                event.path("data").path("dues").spliterator(), false)
                        .filter(line ->
                                line.path("due").asString().equals(due(payer).id())
                                        && line.path("state").asString().equals(state))
                        .toList();
                told.addAll(lines);
                return !lines.isEmpty();
            });
            return told.getLast();
        }
    }

    private boolean hasAccount(PersonId person) {
        return service.part(Accounts.class)
                .find(person, Scheme.RESIDENT_PENSION)
                .isPresent();
    }

    private void issue(Payer payer, int time, List<AssessedLine> lines) {
        service.part(Sheets.class)
                .issue(SheetOrder.ofLines(
                        payer,
                        JANUARY,
                        AreaCode.parse("640104"),
                        Ground.DECLARED,
                        LocalDate.of(2020, 2, 10),
                        LocalDate.of(2020, 2, 25),
                        lines,
                        List.of(),
                        List.of(),
                        payer + "/" + time));
    }

    private static AssessedLine line(
            PersonId person,
            String base,
            String employer,
            String own,
            String account,
            String government,
            Scheme scheme) {
        return AssessedLine.of(
                person,
                scheme,
                new Parts(
                        Fen.ofYuan(base),
                        Fen.ofYuan(employer),
                        Fen.ofYuan(own),
                        Fen.ofYuan(account),
                        Fen.ofYuan(government),
                        Fen.ZERO,
                        Ground.DECLARED.name()));
    }

    private void awaitCredited(Payer payer, int revision) {
        Eventually.that("the persons are credited", () -> due(payer).progress().creditedRevision() == revision);
    }

    private Fen balance(String number) {
        return service.part(Accounts.class).balance(id(number), PENSION);
    }

    private static PersonId id(String number) {
        return PersonId.parse(EnrollmentUnderTest.person(number));
    }

    private Due due(Payer payer) {
        return Objects.requireNonNull(service.part(Dues.class).byId(new DueKey(payer, PENSION, JANUARY).id()));
    }
}
