package org.nxsi.local.month;

import java.time.Duration;
import java.time.LocalDate;
import java.util.function.LongConsumer;
import org.nxsi.local.stack.StackAddresses;
import org.nxsi.platform.money.Month;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** An emergency of the whole autonomous region from its declaration to its lifting, through the gateway, by two people. */
public final class EmergencyOfTwo {

    private static final String ONE = "admin";
    private static final String ANOTHER = "admin2";
    private static final String PATH = "/admin/v1/emergency-periods";
    private static final String DOCUMENT = "rehearsal 〔2020〕1号";

    private final HttpCalls calls;
    private final Clocks clocks;
    private final Emergency emergency;
    private final Waiting waiting;

    /** @param limit how long anything may stand still, see {@link MonthFailure} */
    public EmergencyOfTwo(StackAddresses addresses, Duration limit) {
        this.calls = new HttpCalls(addresses);
        this.clocks = new Clocks(calls, MonthListener.SILENT);
        this.emergency = new Emergency(calls, MonthListener.SILENT);
        this.waiting = new Waiting(limit, MonthListener.SILENT);
    }

    /**
     * Turns the business date to a month and declares the emergency, unless it is.
     *
     * @return the period's id
     */
    public String declare(Month month) throws InterruptedException {
        clocks.turnTo(month);
        emergency.declare();
        for (JsonNode period : calls.get(ONE, PATH + "?region=640000")
                .orFail("asking for the emergency periods")
                .body()
                .path("items")) {
            if (period.path("state").asString("").equals("OPEN")) {
                return period.path("id").asString("");
            }
        }
        throw new MonthFailure("no emergency period of the region is open");
    }

    /** Lifts it. @throws MonthFailure if either of the two is refused */
    public void lift(String period, LocalDate on) throws InterruptedException {
        ObjectNode lifting =
                HttpCalls.JSON.createObjectNode().put("liftedOn", on.toString()).put("docNo", DOCUMENT);
        String path = PATH + "/" + period;
        calls.post(ONE, path + "/lifting-proposal", period + "/propose/" + on, lifting)
                .orFail("proposing the lifting");
        calls.post(ANOTHER, path + "/lifting", period + "/confirm/" + on, HttpCalls.JSON.createObjectNode())
                .orFail("confirming the lifting");
    }

    /** Waits until all entries of the ledger have followed. @param progress hears how many have, again and again */
    public void awaitLifted(String period, LongConsumer progress) throws InterruptedException {
        waiting.until("the lifting", () -> {
            Reply reply = calls.get(ONE, PATH + "/" + period + "/lifting-progress");
            if (reply.status() == 404) {
                return 0;
            }
            reply.orFail("asking how far the lifting has come");
            long done = reply.number("done");
            progress.accept(done);
            return switch (reply.text("state")) {
                case "DONE" -> -1;
                case "REFUSED" -> throw new MonthFailure("the lifting is refused: " + reply.text("refusal"));
                default -> done;
            };
        });
    }
}
