package org.nxsi.enrollment.makeup;

import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.assessment.Needed;
import org.nxsi.platform.identity.CreditCode;
import org.nxsi.platform.identity.SocialNumber;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.money.Month;
import org.nxsi.platform.web.Problem;
import org.nxsi.platform.web.ProblemException;

/**
 * What a clerk asks for: an employer's past months, or a flexible worker's with their base.
 *
 * @param employer credit code; null for a flexible worker
 * @param number of the flexible worker (社会保障号码); null for an employer
 * @param base of the flexible worker
 */
record WantedMakeUp(
        @Nullable CreditCode employer,
        @Nullable SocialNumber number,
        @Nullable Month from,
        @Nullable Month to,
        @Nullable Fen base,
        @Nullable WantedPaper paper) {

    record WantedPaper(Paper.@Nullable Kind kind, @Nullable String reference) {

        Paper checked() {
            String text = Needed.field(reference, "paper.reference").strip();
            if (text.isEmpty() || text.length() > Paper.LONGEST_REFERENCE) {
                throw Problem.badRequest(
                                "invalid-field", "paper.reference", "1 to " + Paper.LONGEST_REFERENCE + " characters")
                        .exception();
            }
            return new Paper(Needed.field(kind, "paper.kind"), text);
        }
    }

    /** Months that are past, and who owes them. */
    record Checked(
            Month first,
            Month last,
            @Nullable Fen base,
            @Nullable Paper paper) {

        int count() {
            return first.until(last) + 1;
        }
    }

    /** @throws ProblemException 400 with the field */
    Checked checked(Month now) {
        if ((employer == null) == (number == null)) {
            throw Problem.badRequest("one-payer", "employer", "an employer or a flexible worker's number, one of both")
                    .exception();
        }
        Month first = Needed.field(from, "from");
        Month last = Needed.field(to, "to");
        if (last.isBefore(first) || first.until(last) >= MakeUpOrder.MOST_MONTHS) {
            throw Problem.badRequest("invalid-field", "to", "1 to " + MakeUpOrder.MOST_MONTHS + " months")
                    .exception();
        }
        if (!last.isBefore(now)) {
            throw Problem.of(422, "month-not-past", last + " is not over: it is declared, not made up for")
                    .at("to")
                    .exception();
        }
        if (number != null && (base == null || !base.isPositive())) {
            throw Problem.badRequest("base-not-positive", "base", "a flexible worker chooses a base")
                    .exception();
        }
        if (employer != null && base != null) {
            throw Problem.badRequest("base-not-wanted", "base", "an employer's wages are declared")
                    .exception();
        }
        return new Checked(first, last, base, paper == null ? null : paper.checked());
    }
}
