package org.nxsi.enrollment.collection;

import java.time.LocalDate;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.scheme.Payer;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.money.Month;

/**
 * What one payer owes for one scheme and month, and what has arrived of it. Everything but its postings and its progress is
 * folded from the postings ({@link DueFold}) and stands here for queries. Public for the codec's sake.
 *
 * @param id see {@link DueKey#id}
 * @param area of the assessment; before there is one, the area of whoever collected the money
 * @param charged what is owed; null while it is {@link DueState#AWAITED}
 * @param assessed sum of what is owed; null with {@code charged}
 * @param received all money that came and stayed, late fees apart; below zero if a payment was taken back after it was moved
 * @param arrived what of it counts towards the due: never more than assessed (实缴不大于应缴)
 * @param suspense what is left beyond it (待转金); below zero only with {@code received}
 * @param dueDate last day to pay; null while it is not assessed
 * @param fullOn the day on which the last of it arrived (AAE078); null while something is missing
 * @param putOffOn business date on which it was put off in an emergency; null if it was not
 * @param deadline last day to make it up; null until the ledger knows
 * @param expired whether the ledger says that it was not made up in time
 * @param normalRules whether two people have decided that the normal rules apply after the deadline
 * @param ledgerEntry the ledger's entry; null if it was not put off
 * @param overdueAfter the due date unless all of it arrived by then, or it is put off: the daily step looks for it
 * @param inSuspense the amount while there is any; null otherwise
 * @param toCredit the revision whose persons are to be credited; null if nothing is
 * @param toTell true while the ledger is to be told something; null otherwise
 * @param news true while something arrived, or went away, of which no event tells yet; null otherwise
 * @param postings in the order of time; of money at most {@value #MOST_POSTINGS}
 */
public record Due(
        @BsonId String id,
        Payer payer,
        Scheme scheme,
        Month month,
        AreaCode area,
        DueState state,
        @Nullable Charged charged,
        @Nullable Fen assessed,
        Fen received,
        Fen arrived,
        Fen suspense,
        @Nullable LocalDate dueDate,
        @Nullable LocalDate fullOn,
        @Nullable LocalDate putOffOn,
        @Nullable LocalDate deadline,
        boolean expired,
        boolean normalRules,
        @Nullable String ledgerEntry,
        @Nullable LocalDate overdueAfter,
        @Nullable Fen inSuspense,
        @Nullable Integer toCredit,
        @Nullable Boolean toTell,
        @Nullable Boolean news,
        List<Posting> postings,
        Progress progress,
        long version) {

    /** More movements of the money of one due than this are a mistake of whoever tells them. */
    public static final int MOST_POSTINGS = 200;

    public Due {
        postings = List.copyOf(postings);
        if (assessed != null && arrived.compareTo(assessed) > 0) {
            throw new IllegalArgumentException("no more counts towards a due than is owed: " + id);
        }
    }

    public DueKey key() {
        return new DueKey(payer, scheme, month);
    }

    /** Revision of the sheet that counts; 0 while there is none. */
    public int revision() {
        return charged == null ? 0 : charged.revision();
    }

    public boolean isPutOff() {
        return putOffOn != null;
    }

    /** What is still owed; zero while it is not assessed. */
    public Fen unpaid() {
        return assessed == null ? Fen.ZERO : assessed.minus(arrived);
    }

    /** What is to be told to the ledger by a batch; null if it knows everything, or has nothing of it. */
    public @Nullable Telling telling(String batch) {
        return putOffOn == null || assessed == null
                ? null
                : Telling.next(batch, assessed, DueFold.arrivedInTime(this), arrived, progress);
    }

    /** The same while a batch tells the ledger of it. */
    public Due beginning(Telling next) {
        return DueFold.with(this, progress.beginning(next));
    }

    /** The same once the ledger is told, or will be by a batch that cannot be lost any more. */
    public Due told(Telling done) {
        return DueFold.with(this, progress.told(done));
    }

    /** The same after a batch was made without it. */
    public Due notTold() {
        return DueFold.with(this, progress.notTold());
    }

    /**
     * The same after two people have made a make-up void in the ledger; a second time it changes nothing.
     *
     * @param makeUp the ledger's name of it
     */
    public Due voiding(String makeUp, Fen amount) {
        return progress.voided().contains(makeUp) ? this : DueFold.with(this, progress.voiding(makeUp, amount));
    }

    /** What an event tells of the money. */
    public Arrival arrival() {
        return Arrival.of(assessed, DueFold.money(this), fullOn);
    }

    /** The same once its persons were credited by a revision. */
    Due credited(int creditedBy) {
        return DueFold.with(this, progress.credited(creditedBy));
    }

    /** The same once an event tells of what had arrived. */
    Due announced(Arrival told) {
        return told.equals(progress.announced()) ? this : DueFold.with(this, progress.announcing(told));
    }

    /** Whether another movement of money finds room. */
    public boolean hasRoom() {
        return Room.left(this) > 0;
    }

    /** Whether it has this posting. */
    public boolean has(String posting) {
        return postings.stream().anyMatch(each -> each.id().equals(posting));
    }
}
