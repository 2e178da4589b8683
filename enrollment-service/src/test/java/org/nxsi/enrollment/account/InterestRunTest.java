package org.nxsi.enrollment.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nxsi.enrollment.EnrollmentUnderTest.clerk;
import static org.nxsi.enrollment.EnrollmentUnderTest.freshKey;
import static org.nxsi.enrollment.EnrollmentUnderTest.reviewer;
import static org.nxsi.enrollment.EnrollmentUnderTest.service;
import static org.nxsi.enrollment.EnrollmentUnderTest.staff;
import static org.nxsi.enrollment.EnrollmentUnderTest.staffOf;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.local.testing.Answer;
import org.nxsi.local.testing.EventSchemas;
import org.nxsi.local.testing.Eventually;
import org.nxsi.local.testing.TestBroker;
import org.nxsi.local.testing.TestListener;
import org.nxsi.platform.identity.PersonId;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.policy.PolicyData;
import org.nxsi.platform.web.Role;
import tools.jackson.databind.json.JsonMapper;

class InterestRunTest {

    private static final Scheme SCHEME = Scheme.EMPLOYEE_PENSION;
    private static final String RUNS = "/admin/v1/account-interest-runs";

    /** A rate of 2021 is not known when this ships: this is what its announcement would bring. */
    private static final String ANNOUNCED = """
            policies:
              - key: account.interest_rate
                region: "100000"
                scheme: "110"
                valid_from: 2021-01-01
                valid_to: 2021-12-31
                value: 0.0669
                unit: ratio-per-year
                provenance: "made up for this test"
                status: sample
            """;

    @Test
    void the_year_s_interest_is_ordered_confirmed_by_another_and_booked_once() {
        PersonId person = AccountUnderTest.registered(AccountUnderTest.number());
        accounts().takeOver(person, SCHEME, Fen.ofYuan("50000.00"), AccountUnderTest.cause("taken", "2018-12-31"));
        crediting().arrived(AccountUnderTest.year(person, 2019));
        try (TestListener events = TestBroker.listen("enrollment.events")) {
            Answer ordered = service().post(RUNS, finance(), freshKey(), "{\"scheme\":\"110\",\"year\":2019}");
            assertThat(ordered.status()).as(ordered.body()).isEqualTo(201);
            String confirmations = RUNS + "/" + ordered.text("id") + "/confirmations";
            assertThat(service()
                            .post(confirmations, staff("finance", Role.REVIEWER), freshKey(), "{}")
                            .text("code"))
                    .isEqualTo("same-person");

            assertThat(service()
                            .post(confirmations, reviewer(), freshKey(), "{}")
                            .status())
                    .isEqualTo(200);
            Eventually.that(
                    "the run is done",
                    () -> service()
                            .get(RUNS + "/" + ordered.text("id"), clerk())
                            .text("state")
                            .equals("DONE"));

            assertThat(accounts().balance(person, SCHEME)).hasToString("58802.86");
            Eventually.that(
                    "it is told",
                    () -> !events.heardSoFar(each -> new String(each.value()).contains(BookingInterest.EVENT))
                            .isEmpty());
            events.heardSoFar(each -> new String(each.value()).contains(BookingInterest.EVENT))
                    .forEach(each -> EventSchemas.assertValid(each.value()));
        }

        Answer second = service().post(RUNS, finance(), freshKey(), "{\"scheme\":\"110\",\"year\":2019}");
        service().post(RUNS + "/" + second.text("id") + "/confirmations", reviewer(), freshKey(), "{}");
        Eventually.that(
                "the second run is done",
                () -> service()
                        .get(RUNS + "/" + second.text("id"), clerk())
                        .text("state")
                        .equals("DONE"));
        assertThat(accounts().balance(person, SCHEME)).hasToString("58802.86");
    }

    @Test
    void provisional_interest_is_settled_by_the_difference_when_the_rate_is_known_and_later_years_follow() {
        PersonId person = AccountUnderTest.registered(AccountUnderTest.number());
        accounts().takeOver(person, SCHEME, Fen.ofYuan("10000.00"), AccountUnderTest.cause("taken", "2020-12-31"));
        List<Account> account = accounts().of(person, SCHEME);

        book(PolicyData.shipped(), 2021, 901, account);
        book(PolicyData.shipped(), 2022, 901, account);
        assertThat(year(person, 2021).interest()).hasToString("604.00");
        assertThat(year(person, 2021).isProvisional()).isTrue();
        assertThat(year(person, 2022).interest()).hasToString("640.48");

        PolicyData announced = PolicyData.shipped().with("announced", ANNOUNCED);
        book(announced, 2021, 902, account);
        book(announced, 2021, 902, account);

        assertThat(year(person, 2021).interest()).hasToString("669.00");
        assertThat(year(person, 2021).isProvisional()).isFalse();
        assertThat(year(person, 2022).opening()).hasToString("10669.00");
        assertThat(year(person, 2022).interest()).hasToString("713.76");
        assertThat(accounts().entries(person, SCHEME))
                .filteredOn(each -> each.kind() == EntryKind.INTEREST)
                .hasSize(4);
    }

    @Test
    void only_finance_of_the_region_orders_it_and_only_for_a_year_that_is_over() {
        String wanted = "{\"scheme\":\"110\",\"year\":2019}";

        assertThat(service().post(RUNS, clerk(), freshKey(), wanted).status()).isEqualTo(403);
        assertThat(service()
                        .post(RUNS, staffOf("640100", "finance", Role.FINANCE), freshKey(), wanted)
                        .text("code"))
                .isEqualTo("area-not-yours");
        assertThat(code("{\"scheme\":\"110\",\"year\":2020}")).isEqualTo("invalid-parameter");
        assertThat(code("{\"scheme\":\"410\",\"year\":2019}")).isEqualTo("invalid-parameter");
        assertThat(code("{\"scheme\":\"170\",\"year\":2019}")).isEqualTo("policy-unknown");
    }

    private static String code(String body) {
        return service().post(RUNS, finance(), freshKey(), body).text("code");
    }

    private static void book(PolicyData policies, int year, int number, List<Account> accounts) {
        InterestRun run = InterestRun.ordered(SCHEME, year, number, "one", "command", Instant.now());
        new BookingInterest(service().part(AccountEntries.class), policies, new JsonMapper())
                .book(run, run.nextChunk(), accounts);
    }

    private static AccountYear year(PersonId person, int year) {
        return AccountYear.of(accounts().entries(person, SCHEME), year);
    }

    private static String finance() {
        return staff("finance", Role.FINANCE);
    }

    private static Accounts accounts() {
        return service().part(Accounts.class);
    }

    private static Crediting crediting() {
        return service().part(Crediting.class);
    }
}
