package org.nxsi.local.month;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How a month ended. Persons are counts, amounts are fen.
 *
 * @param payees payees of the run
 * @param entitled payees who are owed something for the month
 * @param paid whose bank reported the credit
 * @param returned whose bank returned the payment
 * @param unknown whose payment nobody knows the fate of
 * @param exceptions left out or withheld, each by name
 * @param bankBooksFen what stands credited to payees for the run in the banks' own books, net of returns; never taken from
 *     the bureau's
 * @param fundBooksBalanced whether debits equal credits in every fund's books and agree with the payments
 * @param startSeconds how long the stack took to be ready, whenever it was started
 * @param runSeconds from the first account opened to the run closed
 * @param confirmations how long the banks' final words on whole batches took; not part of the file
 */
@JsonPropertyOrder({
    "payees",
    "entitled",
    "paid",
    "returned",
    "unknown",
    "exceptions",
    "entitledFen",
    "paidFen",
    "returnedFen",
    "bankBooksFen",
    "fundBooksBalanced",
    "bankBooksMatch",
    "startSeconds",
    "runSeconds",
    "payeesPerSecond",
    "phases"
})
public record MonthReport(
        long payees,
        long entitled,
        long paid,
        long returned,
        long unknown,
        long exceptions,
        long entitledFen,
        long paidFen,
        long returnedFen,
        @JsonIgnore long unknownFen,
        @JsonIgnore long exceptionsFen,
        long bankBooksFen,
        boolean fundBooksBalanced,
        double startSeconds,
        double runSeconds,
        Phases phases,
        @JsonIgnore Confirmations confirmations) {

    /**
     * Seconds until a bank's last word on a batch, by the services' own clock.
     *
     * @param batches how many have it
     * @param first of the earliest one, from the release
     * @param p50 from the release, when all batches of the run are let go at once
     * @param p99 likewise
     * @param sentP50 from when the batch was handed to the bank
     * @param sentP99 likewise
     */
    public record Confirmations(int batches, double first, double p50, double p99, double sentP50, double sentP99) {}

    /** Seconds of each phase. */
    public record Phases(@JsonProperty("import") double importing, double calculate, double pay, double reconcile) {}

    /** Whether every person and every fen that was owed has an end that is known or named. */
    @JsonIgnore
    public boolean isComplete() {
        return entitled == paid + returned + unknown + exceptions
                && entitledFen == paidFen + returnedFen + unknownFen + exceptionsFen;
    }

    /**
     * Whether the banks' own books hold what ours say was paid. Payments whose fate is unknown may or may not stand in them;
     * anything beyond those is a difference.
     */
    @JsonProperty
    public boolean bankBooksMatch() {
        return bankBooksFen >= paidFen && bankBooksFen <= paidFen + unknownFen;
    }

    @JsonProperty
    public double payeesPerSecond() {
        return runSeconds > 0 ? Math.round(payees / runSeconds * 10) / 10.0 : 0;
    }

    /** 0 only if the month is complete, the banks' books match and the fund books balance. */
    @JsonIgnore
    public int exitCode() {
        return isComplete() && bankBooksMatch() && fundBooksBalanced ? 0 : 1;
    }

    /** Writes the report as JSON. */
    public void write(Path file) throws IOException {
        Path target = file.toAbsolutePath();
        Files.createDirectories(target.getParent());
        Files.write(target, HttpCalls.JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(this));
    }
}
