package org.nxsi.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AccessLogTest {

    @Test
    void numbers_of_people_and_accounts_are_masked_and_dates_and_ids_are_not() {
        assertThat(AccessLog.masked("/admin/v1/persons/640104196002290011/x"))
                .isEqualTo("/admin/v1/persons/****0011/x");
        assertThat(AccessLog.masked("/admin/v1/persons/64010419600229001X")).doesNotContain("19600229");
        assertThat(AccessLog.masked("/admin/v1/disbursement-runs/2020-03-R1"))
                .isEqualTo("/admin/v1/disbursement-runs/2020-03-R1");
    }
}
