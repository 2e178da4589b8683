package org.nxsi.deferral.consequence;

import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.nxsi.deferral.ledger.Deferrals;
import org.nxsi.deferral.postponement.Postponement;
import org.nxsi.deferral.postponement.PostponementsSeen;
import org.nxsi.platform.clock.BusinessClock;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.policy.PolicyData;
import org.nxsi.platform.web.Caller;
import org.nxsi.platform.web.Problem;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Staff ask what being late costs. Answers only: nothing is assessed by asking. */
@RestController
class ConsequenceController {

    private static final LocalDate FIRST = LocalDate.of(2019, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2100, 12, 31);

    private final Deferrals deferrals;
    private final PostponementsSeen postponements;
    private final ReckoningLateFee reckoning;
    private final PolicyData policies;
    private final BusinessClock clock;

    ConsequenceController(
            Deferrals deferrals,
            PostponementsSeen postponements,
            ReckoningLateFee reckoning,
            PolicyData policies,
            BusinessClock clock) {
        this.deferrals = deferrals;
        this.postponements = postponements;
        this.reckoning = reckoning;
        this.policies = policies;
        this.clock = clock;
    }

    @Operation(
            summary = "The late fee (滞纳金) of an entry",
            description = "社会保险法 第八十六条. paidOn is for what is not paid yet, today unless given. Within the deadline a"
                    + " policy with a document of its own decides; after it two people do.")
    @GetMapping("/admin/v1/deferrals/{id}/late-fee")
    LateFeeAnswer lateFee(Caller caller, @PathVariable String id, @RequestParam @Nullable LocalDate paidOn) {
        return reckoning.of(deferrals.seenBy(caller, id), day("paidOn", paidOn));
    }

    @Operation(
            summary = "From when and how the personal account earns interest on what is made up",
            description = "From arrival. Names the policies, or what is missing of them.")
    @GetMapping("/admin/v1/deferrals/{id}/interest")
    AccountInterest interest(Caller caller, @PathVariable String id, @RequestParam @Nullable LocalDate arrivedOn) {
        return AccountInterest.of(deferrals.seenBy(caller, id), day("arrivedOn", arrivedOn), policies);
    }

    @Operation(
            summary = "The late fee (滞纳金) of a postponed month (缓缴)",
            description = "人社部发〔2020〕11号: none while the postponement runs.")
    @GetMapping("/admin/v1/postponements/{id}/late-fee")
    LateFeeAnswer lateFeeOfPostponed(
            Caller caller,
            @PathVariable String id,
            @RequestParam String scheme,
            @RequestParam String amount,
            @RequestParam LocalDate dueDate,
            @RequestParam @Nullable LocalDate paidOn) {
        Postponement approved = postponements.approvedSeenBy(caller, id);
        if (!approved.schemes().contains(scheme)) {
            throw Problem.badRequest("invalid-parameter", "scheme", "this scheme is not postponed")
                    .exception();
        }
        return reckoning.of(approved, scheme, yuan(amount), day("dueDate", dueDate), day("paidOn", paidOn));
    }

    private LocalDate day(String parameter, @Nullable LocalDate given) {
        LocalDate day = given == null ? clock.today() : given;
        if (day.isBefore(FIRST) || day.isAfter(LAST)) {
            throw Problem.badRequest("invalid-parameter", parameter, "a day from " + FIRST + " to " + LAST)
                    .exception();
        }
        return day;
    }

    private static Fen yuan(String text) {
        try {
            Fen amount = Fen.ofYuan(text);
            if (!amount.isNegative()) {
                return amount;
            }
        } catch (IllegalArgumentException notYuan) {
            // falls through to the one refusal
        }
        throw Problem.badRequest("invalid-parameter", "amount", "an amount in yuan with two decimals")
                .exception();
    }
}
