package org.nxsi.deferral.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nxsi.deferral.Ledger.agent;
import static org.nxsi.deferral.Ledger.citizen;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nxsi.deferral.Ledger;
import org.nxsi.local.testing.Answer;
import org.nxsi.platform.web.Role;

class OwnDeferralsTest {

    private static final String OPEN = "640104";
    private static final String LIFTED = "640105";

    private static final class Periods {

        static {
            Ledger.declare(OPEN);
            Ledger.lift(Ledger.declare(LIFTED), "2020-11-30");
        }

        static void declared() {}
    }

    @Test
    void an_agent_sees_what_is_put_off_what_to_do_and_that_the_last_day_is_not_known_yet() {
        Periods.declared();
        String employer = Ledger.employer();
        Ledger.february(OPEN, employer);

        Answer own = employers(agent(employer));

        assertThat(own.status()).as(own.body()).isEqualTo(200);
        assertThat(own.json().path("items").size()).isEqualTo(1);
        assertThat(own.text("items", "0", "arrangement", "code")).isEqualTo("DEFERRAL");
        assertThat(own.text("items", "0", "arrangement", "title")).isEqualTo("延期");
        assertThat(own.text("items", "0", "toDo")).isEqualTo("请补缴2020-02社会保险费1000.00元；补缴后计入个人权益记录");
        assertThat(own.text("items", "0", "until")).isEqualTo("待公布疫情解除日期");
        assertThat(own.text("items", "0", "standing", "code")).isEqualTo("DEFERRED");
        assertThat(own.text("items", "0", "standing", "gap")).isEqualTo("false");
        assertThat(own.text("items", "0", "clause")).isEqualTo("宁人社办发〔2020〕2号 第七条");
        assertThat(own.body()).doesNotContain("缓缴").doesNotContain("postings");
    }

    @Test
    void once_the_lifting_is_published_the_last_day_stands_there_with_the_clause_that_moved_it() {
        Periods.declared();
        String employer = Ledger.employer();
        Ledger.february(LIFTED, employer);

        Answer own = employers(agent(employer));

        assertThat(own.text("items", "0", "deadline")).isEqualTo("2021-03-01");
        assertThat(own.text("items", "0", "until")).isEqualTo("2021-03-01");
        assertThat(own.text("items", "0", "movedBy")).contains("民法");
    }

    @Test
    void a_citizen_sees_their_own_under_whatever_the_bureau_knows_them_as() {
        Periods.declared();
        String person = Ledger.person();
        Ledger.open(OPEN, "FLEXIBLE_WORKER", person, "LUMP_SUM_MAKE_UP", "110", "2020-02", "2020-02-28", null);
        Ledger.open(OPEN, "RETIREE", person, "CERTIFICATION", "110", "2020-02", "2020-02-29", null);

        Answer own = persons(citizen(person));

        assertThat(own.json().path("items").size()).isEqualTo(2);
        assertThat(own.text("items", "0", "toDo")).contains("一次性补缴").contains("金额待核定");
        assertThat(own.text("items", "1", "toDo")).contains("不暂停待遇的发放");
        assertThat(own.text("items", "1", "clause")).isEqualTo("宁人社办发〔2020〕2号 第三条");
        assertThat(own.body()).doesNotContain(person);
    }

    @Test
    void a_citizen_never_sees_another_persons_and_an_agent_never_another_employers() {
        Periods.declared();
        String person = Ledger.person();
        String employer = Ledger.employer();
        Ledger.open(OPEN, "RESIDENT", person, "CONTRIBUTION", "170", "2020-02", "2020-02-28", "200.00");
        Ledger.february(OPEN, employer);

        assertThat(persons(citizen(Ledger.person())).json().path("items").isEmpty())
                .isTrue();
        assertThat(employers(agent(Ledger.employer())).json().path("items").isEmpty())
                .isTrue();
        assertThat(persons(citizen(person)).json().path("items").size()).isEqualTo(1);
    }

    @Test
    void each_door_is_for_its_role() {
        String agent = agent(Ledger.employer());
        String citizen = citizen(Ledger.person());

        assertThat(persons(agent).text("code")).isEqualTo("role-required");
        assertThat(employers(citizen).text("code")).isEqualTo("role-required");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"-", "91640100MA00000000", "nonsense"})
    void an_agent_of_nobody_sees_nothing(String employer) {
        var token = Ledger.service().token("agent").client("web").roles(Role.EMPLOYER_AGENT);
        Answer answer = employers(
                employer == null
                        ? token.signed()
                        : token.claim("employer", employer).signed());

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.text("code")).isEqualTo("employer-unknown");
    }

    private static Answer persons(String token) {
        return Ledger.service().get("/v1/persons/me/deferrals", token);
    }

    private static Answer employers(String token) {
        return Ledger.service().get("/v1/employers/me/deferrals", token);
    }
}
