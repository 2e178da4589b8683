package org.nxsi.deferral.period;

import org.nxsi.platform.web.Problem;

/**
 * Why the register does not take what is asked of it. They rest on article 7: make-ups are complete three months after
 * the lifting (补办手续应在疫情解除后三个月内完成), so that an area has one period on a day, and a period one day of lifting.
 */
final class Refusals {

    static final String CLAUSE = "宁人社办发〔2020〕2号 第七条";

    private Refusals() {}

    static RuntimeException unknownRegion() {
        return badRequest("region-unknown", "region", "640000 or one of its cities and counties, six digits");
    }

    static RuntimeException invalidDate(String field) {
        return badRequest(
                "invalid-date",
                field,
                "a day of the calendar, written 2020-01-23, from " + PeriodInput.FIRST_DAY + " to "
                        + PeriodInput.LAST_DAY);
    }

    static RuntimeException documentRequired(String field) {
        return badRequest("document-required", field, "the document's number, 2 to 60 characters");
    }

    static RuntimeException reasonRequired() {
        return badRequest("reason-required", "reason", "why? 1 to 500 characters");
    }

    static RuntimeException liftedBeforeItBegan(Terms terms) {
        return badRequest("lifted-before-first-day", "liftedOn", "the period's first day is " + terms.from());
    }

    static RuntimeException liftedTwiceOver() {
        return badRequest("lifted-or-not", "notLifted", "either it is lifted on a day by a document, or it is not");
    }

    static RuntimeException unknownPeriod(String id) {
        return Problem.notFound("period-unknown", "there is no emergency period " + id)
                .under(CLAUSE)
                .exception();
    }

    static RuntimeException areaNotYours(String agency) {
        return Problem.forbidden("area-not-yours", "this account's agency is " + agency)
                .at("region")
                .exception();
    }

    static RuntimeException overlaps(Period other) {
        return Problem.conflict(
                        "period-overlaps",
                        "an area has one period on a day: " + other.id() + " of "
                                + other.region().fullName() + " is " + other.state() + " from " + other.from()
                                + (other.liftedOn() == null ? "" : " to " + other.liftedOn()))
                .under(CLAUSE)
                .with("period", other.id())
                .exception();
    }

    static RuntimeException notDeclared(Period period) {
        return conflict(
                "period-not-declared",
                period.state() == Period.State.PROPOSED
                        ? "its declaration waits for a second person"
                        : "its declaration was withdrawn",
                period);
    }

    static RuntimeException liftedAlready(Period period) {
        return conflict("period-lifted", "lifted on " + period.liftedOn() + "; another day needs a correction", period);
    }

    static RuntimeException waitingFor(Proposal proposal, Period period) {
        return conflict("proposal-pending", "a proposal (" + proposal.kind() + ") waits for a second person", period);
    }

    static RuntimeException nothingProposed(PeriodRecord.Kind kind, Period period) {
        return conflict("nothing-proposed", "no proposal (" + kind + ") waits for a second person", period);
    }

    static RuntimeException nothingProposed(Period period) {
        return conflict("nothing-proposed", "nothing waits for a second person", period);
    }

    static RuntimeException anotherProposal(Proposal proposal, Period period) {
        return conflict("proposal-changed", "what waits now is proposal " + proposal.number(), period);
    }

    static RuntimeException samePerson() {
        return Problem.forbidden("same-person", "who proposed it does not confirm it")
                .exception();
    }

    static RuntimeException nothingCorrected(Period period) {
        return conflict("nothing-corrected", "that is what the last record says already", period);
    }

    static RuntimeException tooManyRecords(Period period) {
        return conflict("too-many-records", "at most " + Period.MOST_RECORDS + " records of a period", period);
    }

    static RuntimeException registerFull() {
        return Problem.conflict("register-full", "at most " + Register.MOST_PERIODS + " periods: let ops look at it")
                .exception();
    }

    static RuntimeException busy() {
        return Problem.of(503, "register-busy", "others change the register just now; nothing was changed, try again")
                .exception();
    }

    private static RuntimeException badRequest(String code, String field, String detail) {
        return Problem.badRequest(code, field, detail).under(CLAUSE).exception();
    }

    private static RuntimeException conflict(String code, String detail, Period period) {
        return Problem.conflict(code, detail)
                .under(CLAUSE)
                .with("state", period.state())
                .exception();
    }
}
