package org.nxsi.enrollment.lateness;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.EnrollmentUnderTest;
import org.nxsi.local.testing.Eventually;
import org.nxsi.local.testing.TestBroker;
import org.nxsi.platform.emergency.EmergencyPeriod;
import org.nxsi.platform.emergency.EmergencyPeriods;
import org.nxsi.platform.identity.AreaCode;

/** An emergency period of one county, as the deferral ledger declares it. */
public final class TestPeriods {

    private TestPeriods() {}

    /** Declares it and waits until the service knows it. */
    public static EmergencyPeriod declare(AreaCode county, String from, @Nullable String liftedOn, int version) {
        String lifted = liftedOn == null ? "" : ",\"liftedOn\":\"%s\",\"liftDocNo\":\"L\"".formatted(liftedOn);
        String event = """
                {"specversion":"1.0","id":"%s-%d","source":"urn:nxsi:deferral-ledger-service","type":"emergency.region-state",
                 "subject":"%s","time":"2020-01-23T00:00:00Z","datacontenttype":"application/json","aggregateversion":%d,
                 "data":{"periods":[{"id":"EP-%s-1","record":%d,"from":"%s","docNo":"D"%s}]}}
                """.formatted(county, version, county, version, county, version, from, lifted);
        TestBroker.send(EmergencyPeriods.TOPIC, county.code(), event.getBytes(StandardCharsets.UTF_8));
        EmergencyPeriods periods = EnrollmentUnderTest.service().part(EmergencyPeriods.class);
        Eventually.that(
                "the period is known",
                () -> periods.of(county).stream()
                        .anyMatch(each -> each.region().equals(county) && each.record() == version));
        return periods.inForce(county, LocalDate.parse(from)).orElseThrow();
    }
}
