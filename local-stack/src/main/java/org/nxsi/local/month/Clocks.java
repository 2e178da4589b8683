package org.nxsi.local.month;

import java.time.LocalDate;
import java.util.List;
import org.nxsi.platform.money.Month;
import tools.jackson.databind.node.ObjectNode;

/** A rehearsal happens in its own month: the administrator sets the business date of services and banks. */
final class Clocks {

    private static final String ADMIN = "admin";
    private static final int PAY_DAY = 10;
    private static final List<String> SERVICES =
            List.of("enrollment-service", "pension-service", "deferral-ledger-service");

    private final HttpCalls calls;
    private final MonthListener listener;

    Clocks(HttpCalls calls, MonthListener listener) {
        this.calls = calls;
        this.listener = listener;
    }

    /** Sets all to the tenth of the month; where the clock cannot be set, the real date stays. */
    void turnTo(Month month) throws InterruptedException {
        LocalDate payDay = month.day(PAY_DAY);
        ObjectNode date = HttpCalls.JSON.createObjectNode().put("date", payDay.toString());
        for (String service : SERVICES) {
            Reply reply = calls.put(ADMIN, "/admin/v1/services/" + service + "/ops/clock", date);
            if (!reply.isSuccess()) {
                listener.note(service + " keeps its own date: " + reply.describe());
            }
        }
        calls.partnersPost("/oracle/clock", date).orFail("setting the banks' business date");
        listener.note("business date " + payDay);
    }
}
