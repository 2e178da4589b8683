package org.nxsi.deferral.period;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nxsi.deferral.DeferralUnderTest.admin;
import static org.nxsi.deferral.DeferralUnderTest.admin2;
import static org.nxsi.deferral.DeferralUnderTest.freshKey;
import static org.nxsi.deferral.DeferralUnderTest.service;

import org.nxsi.local.testing.Answer;

/** Periods for tests, declared, lifted and corrected the way people do it: by two admins. */
public final class DeclaredPeriods {

    static final String PATH = "/admin/v1/emergency-periods";

    private DeclaredPeriods() {}

    /** A period of a region that no other test uses. @return its id */
    public static String declare(String region, String from) {
        String id = proposed(region, from);
        confirm(id, "declaration");
        return id;
    }

    public static void lift(String period, String on) {
        propose(period, "lifting-proposal", "{\"liftedOn\":\"" + on + "\",\"docNo\":\"示例〔2020〕9号\"}");
        confirm(period, "lifting");
    }

    /** Another day of lifting than the one that was published. */
    public static void correctLifting(String period, String on) {
        propose(period, "correction-proposal", "{\"liftedOn\":\"" + on + "\",\"reason\":\"日期有误\"}");
        confirm(period, "correction");
    }

    static String proposed(String region, String from) {
        Answer proposed = post("", admin(), declaration(region, from));
        assertThat(proposed.status()).as(proposed.body()).isEqualTo(201);
        return proposed.text("id");
    }

    static String declaration(String region, String from) {
        return "{\"region\":\"" + region + "\",\"from\":\"" + from + "\",\"docNo\":\"示例〔2020〕1号\"}";
    }

    static void propose(String period, String step, String body) {
        Answer proposed = post("/" + period + "/" + step, admin(), body);
        assertThat(proposed.status()).as(proposed.body()).isEqualTo(200);
    }

    static Answer confirm(String period, String step) {
        Answer confirmed = post("/" + period + "/" + step, admin2(), "{}");
        assertThat(confirmed.status()).as(confirmed.body()).isEqualTo(200);
        return confirmed;
    }

    static Answer post(String path, String token, String body) {
        return service().post(PATH + path, token, freshKey(), body);
    }
}
