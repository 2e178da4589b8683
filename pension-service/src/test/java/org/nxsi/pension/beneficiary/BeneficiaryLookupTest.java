package org.nxsi.pension.beneficiary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nxsi.local.testing.Answer;
import org.nxsi.pension.PensionUnderTest;
import org.nxsi.pension.roster.Imports;
import org.nxsi.pension.roster.RosterFile;
import org.nxsi.platform.web.Role;

class BeneficiaryLookupTest {

    private static final String NUMBER = RosterFile.newNumber();

    @BeforeAll
    static void isOnTheRoster() {
        Imports.done(RosterFile.utf8().line(RosterFile.row(NUMBER)).bytes());
    }

    @Test
    void staff_see_a_person_masked() {
        Answer answer = find("", PensionUnderTest.staff("reviewer", Role.REVIEWER));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("benefits", "0", "total")).isEqualTo("4527.36");
        assertThat(answer.text("benefits", "0", "name")).isEqualTo("*小明");
        assertThat(answer.body())
                .doesNotContain(NUMBER)
                .doesNotContain(RosterFile.account(NUMBER))
                .doesNotContain("王小明");
    }

    @Test
    void whoever_gives_a_purpose_sees_all() {
        Answer answer = find("?purpose=complaint-4711", PensionUnderTest.staff("reviewer", Role.REVIEWER));

        assertThat(answer.text("benefits", "0", "number")).isEqualTo(NUMBER);
        assertThat(answer.text("benefits", "0", "account")).isEqualTo(RosterFile.account(NUMBER));
    }

    @Test
    void a_purpose_is_one_line() {
        Answer answer = find("?purpose=a%0Ab", PensionUnderTest.staff("reviewer", Role.REVIEWER));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("field")).isEqualTo("purpose");
    }

    @Test
    void another_agency_does_not_see_the_person_and_a_citizen_has_no_business_here() {
        Answer elsewhere = find("", PensionUnderTest.staffOf("640400", "guyuan", Role.CLERK));
        assertThat(elsewhere.status()).isEqualTo(404);
        assertThat(elsewhere.text("code")).isEqualTo("beneficiary-unknown");

        assertThat(find("", PensionUnderTest.citizen(NUMBER)).status()).isEqualTo(403);
    }

    private static Answer find(String query, String token) {
        return PensionUnderTest.service()
                .get("/admin/v1/beneficiaries/" + PensionUnderTest.payee(NUMBER) + query, token);
    }
}
