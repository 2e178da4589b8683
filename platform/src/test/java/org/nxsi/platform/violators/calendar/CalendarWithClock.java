package org.nxsi.platform.violators.calendar;

import java.time.LocalDate;
import java.time.ZoneOffset;

/** A domain class that asks the machine what day it is. */
class CalendarWithClock {

    LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }
}
