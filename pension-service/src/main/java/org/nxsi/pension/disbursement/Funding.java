package org.nxsi.pension.disbursement;

import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.model.Filters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.nxsi.pension.beneficiary.Scheme;
import org.nxsi.pension.fund.FundBooks;
import org.nxsi.pension.fund.Voucher;
import org.nxsi.pension.partner.PartnerBanks;
import org.nxsi.platform.clock.BusinessClock;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.money.Month;
import org.nxsi.platform.web.Caller;
import org.nxsi.platform.web.Problem;
import org.nxsi.platform.web.Role;
import org.springframework.stereotype.Component;

/** Money before release: applied for (资金申请) and allotted (拨付) to the payout account of each fund at each bank. */
@Component
class Funding {

    private static final int MOST_LINES = 200;

    private final Runs runs;
    private final FundBooks books;
    private final PayoutCover cover;
    private final PartnerBanks banks;
    private final BusinessClock clock;

    Funding(Runs runs, FundBooks books, PayoutCover cover, PartnerBanks banks, BusinessClock clock) {
        this.runs = runs;
        this.books = books;
        this.cover = cover;
        this.banks = banks;
        this.clock = clock;
    }

    /**
     * What the treasury is asked for.
     *
     * @param amount what the payout account lacks for this run
     */
    record Line(Scheme scheme, String bank, String payoutAccount, Fen needed, Fen free, Fen amount) {}

    /** What the treasury has allotted, by its advice number: the same advice counts once. */
    record Allotment(Scheme scheme, String bank, Fen amount, String advice) {}

    List<Line> applyFor(Caller caller, String id) {
        caller.require(Role.CLERK);
        Run run = runs.move(
                id, List.of(RunStatus.CALCULATED), RunStatus.FUNDS_APPLIED, set("appliedBy", caller.actor()), Map.of());
        if (run == null) {
            run = runs.byId(id);
            if (run == null || run.status().compareTo(RunStatus.FUNDS_APPLIED) < 0) {
                throw RunNotThere.refusal(run, id, RunStatus.CALCULATED);
            }
        }
        return lines(run);
    }

    List<Line> lines(Run run) {
        PayoutCover.Balances balances = cover.balances(run.id());
        return run.funds().stream()
                .map(need -> {
                    Fen free = balances.free(need.scheme(), need.bank());
                    Fen lacking = need.needed().minus(free);
                    String account = banks.get(need.bank()).payoutAccount(need.scheme());
                    return new Line(
                            need.scheme(),
                            need.bank(),
                            account,
                            need.needed(),
                            free,
                            lacking.isPositive() ? lacking : Fen.ZERO);
                })
                .toList();
    }

    /**
     * Registers allotments; when the payout accounts cover the run it is funded. Nothing needs to be allotted where they
     * do already, as for re-issues, whose money came back. What was registered before changes nothing.
     */
    Run allot(Caller caller, String id, List<Allotment> allotments) {
        caller.require(Role.FINANCE);
        List<Voucher> vouchers = vouchers(allotments);
        Run before = runs.byId(id);
        if (before != null && before.status().compareTo(RunStatus.FUNDED) >= 0 && books.hasAll(vouchers)) {
            return before;
        }
        Run run = RunNotThere.unless(before, id, RunStatus.FUNDS_APPLIED);
        if (allotments.isEmpty() && !isCovered(run)) {
            throw Problem.badRequest("invalid-lines", "lines", "the payout accounts do not cover the run yet")
                    .exception();
        }
        books.post(vouchers);
        Run funded = isCovered(run)
                ? runs.move(
                        id,
                        List.of(RunStatus.FUNDS_APPLIED),
                        RunStatus.FUNDED,
                        set("fundedBy", caller.actor()),
                        Map.of())
                : runs.change(id, RunStatus.FUNDS_APPLIED, Filters.empty(), set("fundedBy", caller.actor()));
        return funded == null ? standing(id, RunStatus.FUNDED) : funded;
    }

    private List<Voucher> vouchers(List<Allotment> allotments) {
        check(allotments);
        List<Voucher> vouchers = new ArrayList<>();
        allotments.forEach(each -> vouchers.add(Voucher.allotment(
                each.scheme(), Month.of(clock.today()), each.bank(), each.advice(), clock.today(), each.amount())));
        return vouchers;
    }

    private boolean isCovered(Run run) {
        return lines(run).stream().allMatch(line -> line.amount().isZero());
    }

    private void check(List<Allotment> allotments) {
        if (allotments.size() > MOST_LINES) {
            throw Problem.badRequest("invalid-lines", "lines", "at most " + MOST_LINES + " lines")
                    .exception();
        }
        for (int at = 0; at < allotments.size(); at++) {
            Allotment each = allotments.get(at);
            if (!each.amount().isPositive()) {
                throw Problem.badRequest("invalid-amount", "lines[" + at + "].amount", "more than nothing")
                        .exception();
            }
            if (banks.find(each.bank()).isEmpty()) {
                throw Problem.badRequest("bank-unknown", "lines[" + at + "].bank", "not a partner bank")
                        .exception();
            }
            if (each.advice().isBlank() || each.advice().length() > 64) {
                throw Problem.badRequest("invalid-advice", "lines[" + at + "].advice", "1 to 64 characters")
                        .exception();
            }
        }
    }

    private Run standing(String id, RunStatus expected) {
        return RunNotThere.unless(runs.byId(id), id, expected);
    }
}
