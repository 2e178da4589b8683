package org.nxsi.pension.disbursement;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nxsi.pension.beneficiary.Scheme;
import org.nxsi.pension.fund.FundBooks;
import org.nxsi.pension.payment.Batch;
import org.nxsi.pension.payment.Batches;
import org.nxsi.platform.money.Fen;
import org.springframework.stereotype.Component;

/** What lies in the payout accounts and is not promised to batches under way. */
@Component
class PayoutCover {

    private final FundBooks books;
    private final Batches batches;

    PayoutCover(FundBooks books, Batches batches) {
        this.books = books;
        this.batches = batches;
    }

    /** As of now, seen from one run: its own batches do not count as promised elsewhere. */
    Balances balances(String run) {
        Map<String, Fen> promised = new HashMap<>();
        for (Batch batch : batches.underWay()) {
            if (!batch.run().equals(run)) {
                promise(batch, promised);
            }
        }
        return new Balances(books, books.trialBalance(null), promised);
    }

    /** A whole batch under way counts as promised until its last word: better too careful than overdrawn. */
    private static void promise(Batch batch, Map<String, Fen> promised) {
        batch.funds()
                .forEach(
                        share -> promised.merge(share.scheme().code() + "@" + batch.bank(), share.amount(), Fen::plus));
    }

    record Balances(FundBooks books, List<FundBooks.AccountBalance> balances, Map<String, Fen> promised) {

        Fen free(Scheme scheme, String bank) {
            return books.payoutBalance(balances, scheme, bank)
                    .minus(promised.getOrDefault(scheme.code() + "@" + bank, Fen.ZERO));
        }
    }
}
