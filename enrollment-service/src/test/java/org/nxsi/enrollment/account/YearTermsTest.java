package org.nxsi.enrollment.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.platform.policy.PolicyData;
import org.nxsi.platform.policy.PolicyUnknown;

class YearTermsTest {

    @Test
    void a_year_whose_rate_is_announced_is_reckoned_by_it() {
        YearTerms terms = YearTerms.of(PolicyData.shipped(), Scheme.EMPLOYEE_PENSION, 2019);

        assertThat(terms.rate()).hasToString("0.0761");
        assertThat(terms.isProvisional()).isFalse();
        assertThat(terms.method()).isEqualTo(InterestMethod.MONTH_PRODUCT);
        assertThat(terms.versions()).extracting("key").contains("account.interest_method", "account.interest_rate");
    }

    @Test
    void until_the_rate_is_announced_the_last_one_holds_provisionally() {
        YearTerms terms = YearTerms.of(PolicyData.shipped(), Scheme.EMPLOYEE_PENSION, 2021);

        assertThat(terms.rate()).hasToString("0.0604");
        assertThat(terms.rateOf()).isEqualTo(2020);
        assertThat(terms.isProvisional()).isTrue();
    }

    @Test
    void a_scheme_of_which_no_rate_is_known_is_refused_by_name() {
        assertThatThrownBy(() -> YearTerms.of(PolicyData.shipped(), Scheme.RESIDENT_PENSION, 2019))
                .isInstanceOfSatisfying(
                        PolicyUnknown.class,
                        unknown -> assertThat(unknown.key()).startsWith("account.interest"));
    }
}
