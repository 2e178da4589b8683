package org.nxsi.deferral.postponement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import org.nxsi.platform.money.Month;

/**
 * An employer's application to postpone the contributions of some months (缓缴). Public for the driver and for the late
 * fee.
 *
 * @param employer credit code
 * @param area six digits
 * @param from first month
 * @param to last month
 * @param schemes codes of list AAE140, ascending
 * @param docNo number of the document that approves it
 * @param by the clerk who recorded it, a person
 * @param decision what another person said; null until then
 * @param attempts how often it could not be approved; who approves has seen the last one
 */
public record Postponement(
        @BsonId String id,
        String employer,
        String area,
        Month from,
        Month to,
        List<String> schemes,
        String docNo,
        @Nullable String reason,
        State state,
        String by,
        Instant at,
        @Nullable Decision decision,
        int attempts) {

    /** Where it stands. */
    public enum State {
        PROPOSED,
        APPROVED,
        REFUSED
    }

    /**
     * @param by the reviewer, a person
     * @param on business date
     * @param reason why it was refused; null of an approval
     */
    public record Decision(
            String by, Instant at, LocalDate on, @Nullable String reason) {}

    public Postponement {
        schemes = List.copyOf(schemes);
        if (from.isAfter(to)) {
            throw new IllegalArgumentException("from " + from + " to " + to);
        }
    }

    /** The last day that bears no late fee. */
    public LocalDate lastDay() {
        return to.lastDay();
    }

    List<EmployerMonth> employerMonths() {
        return IntStream.rangeClosed(0, from.until(to))
                .mapToObj(each -> new EmployerMonth(employer, from.plus(each)))
                .toList();
    }
}
