package org.nxsi.enrollment.owed;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.collection.Due;
import org.nxsi.enrollment.collection.Posting;
import org.nxsi.platform.money.Fen;

/** A due with everything that was ever told of it, in the order of its days. */
record DueDetail(DueView due, List<Fact> facts) {

    /** @param reference notice, allocation, sheet, emergency period or ledger entry that it rests on */
    record Fact(
            Posting.Kind kind,
            LocalDate on,
            @Nullable Fen amount,
            @Nullable Fen lateFee,
            @Nullable LocalDate deadline,
            String reference) {

        static Fact of(Posting posting) {
            return new Fact(
                    posting.kind(),
                    posting.on(),
                    posting.charged() == null
                            ? posting.amount()
                            : posting.charged().total(),
                    posting.lateFee(),
                    posting.deadline(),
                    posting.reference());
        }
    }

    static DueDetail of(Due due, LocalDate today) {
        return new DueDetail(
                DueView.of(due, today), due.postings().stream().map(Fact::of).toList());
    }
}
