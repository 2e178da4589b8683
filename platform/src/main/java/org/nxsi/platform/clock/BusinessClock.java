package org.nxsi.platform.clock;

import java.time.LocalDate;
import java.time.ZoneId;
import org.nxsi.platform.money.Month;

/** Dates decisions. Tokens, leases, retries and time-outs never ask it: they run on the real clock. */
public interface BusinessClock {

    ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    LocalDate today();

    default Month month() {
        return Month.of(today());
    }

    /** Production: the day in Asia/Shanghai. */
    static BusinessClock real() {
        return () -> LocalDate.now(ZONE);
    }
}
