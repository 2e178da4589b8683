package org.nxsi.systemtests.faults;

import java.time.LocalDate;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** The business date of bureau and banks, which moves as people say. */
final class Clocks {

    private static final List<String> SERVICES = List.of("enrollment-service", "pension-service");

    private final PatientCalls calls;
    private LocalDate today = LocalDate.EPOCH;

    Clocks(PatientCalls calls) {
        this.calls = calls;
    }

    void move(int days) throws InterruptedException {
        turnTo(today.plusDays(days));
    }

    synchronized void turnTo(LocalDate day) throws InterruptedException {
        today = day;
        ObjectNode date = PatientCalls.JSON.createObjectNode().put("date", day.toString());
        for (String service : SERVICES) {
            calls.put("admin", "/admin/v1/services/" + service + "/ops/clock", date)
                    .orFail("setting the date of " + service);
        }
        calls.partners("POST", "/oracle/clock", "application/json", PatientCalls.JSON.writeValueAsBytes(date))
                .orFail("setting the banks' date");
    }
}
