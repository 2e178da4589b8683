package org.nxsi.enrollment.collection;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.putoff.PutOffKind;
import org.nxsi.enrollment.scheme.Payer;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.money.Fen;

/**
 * Makes a due of its postings. Their order does not count, nor how often each of them comes: money may come before its
 * assessment, a reversal before its payment.
 */
public final class DueFold {

    private static final Comparator<Posting> BY_TELLING =
            Comparator.comparing(Posting::at).thenComparing(Posting::id);

    private DueFold() {}

    /** The due after further postings; postings that it has already change nothing. */
    static Due with(Due due, Collection<Posting> more) {
        List<Posting> all = new ArrayList<>(due.postings());
        all.addAll(more);
        return of(due.key(), due.area(), all, due.progress(), due.version() + 1);
    }

    /** The due with what has been done about it. */
    static Due with(Due due, Progress progress) {
        return of(due.key(), due.area(), due.postings(), progress, due.version() + 1);
    }

    /** @param otherwise its area while no sheet charges it */
    static Due of(DueKey key, AreaCode otherwise, Collection<Posting> told, Progress progress, long version) {
        List<Posting> postings = once(told);
        Charged charged = charged(postings);
        List<Posting> money = money(postings);
        Fen assessed = charged == null ? null : charged.total();
        Fen received = money.stream().map(DueFold::signed).reduce(Fen.ZERO, Fen::plus);
        Fen arrived = assessed == null ? Fen.ZERO : between(received, assessed);
        Fen suspense = assessed == null ? received : received.minus(arrived);
        LocalDate fullOn = charged == null ? null : fullOn(charged, postings, money);
        Posting putOff = last(postings, Posting.Kind.PUT_OFF);
        Posting deadline = last(postings, Posting.Kind.DEADLINE);
        LocalDate until = deadline == null ? null : deadline.deadline();
        Fen inTime = charged == null ? Fen.ZERO : arrivedInTime(charged, money);
        boolean late = assessed != null && inTime.compareTo(assessed) < 0;
        return new Due(
                key.id(),
                key.payer(),
                key.scheme(),
                key.month(),
                charged == null ? otherwise : charged.area(),
                state(assessed, arrived),
                charged,
                assessed,
                received,
                arrived,
                suspense,
                charged == null ? null : charged.dueDate(),
                fullOn,
                putOff == null ? null : putOff.on(),
                until,
                standsAfterDeadline(postings, Posting.Kind.EXPIRED, deadline),
                standsAfterDeadline(postings, Posting.Kind.NORMAL_RULES, deadline),
                putOff == null ? null : LedgerEntry.of(key, charged),
                late && putOff == null ? Objects.requireNonNull(charged).dueDate() : null,
                suspense.isZero() ? null : suspense,
                charged != null && fullOn != null ? toCredit(key, charged, progress) : null,
                putOff != null && assessed != null && isToBeTold(assessed, inTime, arrived, progress) ? true : null,
                Arrival.of(assessed, money, fullOn).isNewsAfter(progress.announced()) ? true : null,
                postings,
                progress,
                version);
    }

    /** What of the due had arrived when its due date was over. */
    public static Fen arrivedInTime(Due due) {
        Charged charged = due.charged();
        return charged == null ? Fen.ZERO : arrivedInTime(charged, money(due.postings()));
    }

    /** Money that came, was moved here or from here, in the order of its days; what was taken back is not in it. */
    public static List<Posting> money(Due due) {
        return money(due.postings());
    }

    /** The amount of such a posting, below zero for money that was moved away. */
    public static Fen signed(Posting money) {
        Fen amount = Objects.requireNonNull(money.amount(), money.id());
        return money.kind() == Posting.Kind.MOVED_OUT ? amount.negated() : amount;
    }

    /** Schemes without accounts have nobody to be credited. */
    private static @Nullable Integer toCredit(DueKey key, Charged charged, Progress progress) {
        return key.scheme().keepsAccount() && charged.revision() > progress.creditedRevision()
                ? charged.revision()
                : null;
    }

    private static boolean isToBeTold(Fen assessed, Fen inTime, Fen arrived, Progress progress) {
        return progress.telling() != null || Telling.next("", assessed, inTime, arrived, progress) != null;
    }

    /**
     * Said after the deadline that counts now, and not made void by a later reopening: said under an earlier deadline, it may
     * have been too soon.
     */
    private static boolean standsAfterDeadline(List<Posting> postings, Posting.Kind kind, @Nullable Posting deadline) {
        Posting said = last(postings, kind);
        if (said == null) {
            return false;
        }
        Posting reopened = last(postings, Posting.Kind.REOPENED);
        if (reopened != null && BY_TELLING.compare(reopened, said) > 0) {
            return false;
        }
        LocalDate until = deadline == null ? null : deadline.deadline();
        return deadline == null || until != null && said.on().isAfter(until);
    }

    private static Fen arrivedInTime(Charged charged, List<Posting> money) {
        Fen inTime = money.stream()
                .filter(each -> !each.on().isAfter(charged.dueDate()))
                .map(DueFold::signed)
                .reduce(Fen.ZERO, Fen::plus);
        Fen all = money.stream().map(DueFold::signed).reduce(Fen.ZERO, Fen::plus);
        return between(inTime.compareTo(all) < 0 ? inTime : all, charged.total());
    }

    private static DueState state(@Nullable Fen assessed, Fen arrived) {
        if (assessed == null) {
            return DueState.AWAITED;
        }
        if (arrived.compareTo(assessed) >= 0) {
            return DueState.PAID;
        }
        return arrived.isPositive() ? DueState.PARTLY_PAID : DueState.ASSESSED;
    }

    /** The day since which nothing is missing; nothing owed is paid on the day of its assessment. */
    private static @Nullable LocalDate fullOn(Charged charged, List<Posting> postings, List<Posting> money) {
        LocalDate since = null;
        Fen sum = Fen.ZERO;
        boolean full = charged.total().isZero();
        if (full) {
            since = postings.stream()
                    .filter(each -> charged.equals(each.charged()))
                    .map(Posting::on)
                    .min(Comparator.naturalOrder())
                    .orElse(null);
        }
        for (Posting each : money) {
            sum = sum.plus(signed(each));
            boolean now = sum.compareTo(charged.total()) >= 0;
            if (now != full) {
                since = now ? each.on() : null;
                full = now;
            }
        }
        return since;
    }

    /** Each fact once, whichever came first; of what the ledger tells only what it told last. */
    private static List<Posting> once(Collection<Posting> told) {
        Map<String, Posting> byId = new HashMap<>();
        told.forEach(each -> byId.putIfAbsent(each.id(), each));
        List<Posting> kept = new ArrayList<>();
        for (Posting each : byId.values()) {
            boolean superseded = isOfLedger(each)
                    && byId.values().stream()
                            .anyMatch(other -> other.kind() == each.kind() && BY_TELLING.compare(other, each) > 0);
            if (!superseded) {
                kept.add(each);
            }
        }
        kept.sort(Posting.IN_TIME);
        return kept;
    }

    private static boolean isOfLedger(Posting posting) {
        return switch (posting.kind()) {
            case DEADLINE, EXPIRED, NORMAL_RULES, REOPENED -> true;
            case CHARGED, PAID, REVERSED, MOVED_IN, MOVED_OUT, PUT_OFF -> false;
        };
    }

    private static List<Posting> money(List<Posting> postings) {
        Set<String> takenBack = new HashSet<>();
        for (Posting each : postings) {
            if (each.kind() == Posting.Kind.REVERSED) {
                takenBack.add(each.reference());
            }
        }
        return postings.stream()
                .filter(each -> switch (each.kind()) {
                    case PAID -> !takenBack.contains(each.reference());
                    case MOVED_IN, MOVED_OUT -> true;
                    case CHARGED, REVERSED, PUT_OFF, DEADLINE, EXPIRED, NORMAL_RULES, REOPENED -> false;
                })
                .toList();
    }

    private static @Nullable Charged charged(List<Posting> postings) {
        Charged last = null;
        for (Posting each : postings) {
            Charged charged = each.charged();
            if (charged != null && (last == null || charged.revision() > last.revision())) {
                last = charged;
            }
        }
        return last;
    }

    private static @Nullable Posting last(List<Posting> postings, Posting.Kind kind) {
        return postings.stream()
                .filter(each -> each.kind() == kind)
                .max(BY_TELLING)
                .orElse(null);
    }

    private static Fen between(Fen received, Fen assessed) {
        if (received.isNegative()) {
            return Fen.ZERO;
        }
        return received.compareTo(assessed) > 0 ? assessed : received;
    }

    /** The ledger's name of what was put off. */
    static final class LedgerEntry {

        private LedgerEntry() {}

        /** A project's contributions stand among its employer's. */
        static String of(DueKey key, @Nullable Charged charged) {
            PutOffKind kind = charged == null
                    ? PutOffKind.CONTRIBUTION
                    : PutOffKind.ofDue(key.payer(), key.month(), charged.dueDate());
            return subjectKind(key.payer()) + "|" + subjectId(key.payer()) + "|" + kind + "|" + key.month();
        }

        static String subjectKind(Payer payer) {
            return switch (payer.kind()) {
                case EMPLOYER, PROJECT -> "EMPLOYER";
                case FLEXIBLE_WORKER -> "FLEXIBLE_WORKER";
                case RESIDENT -> "RESIDENT";
            };
        }

        static String subjectId(Payer payer) {
            return switch (payer.kind()) {
                case PROJECT -> payer.id().substring(0, payer.id().indexOf('-'));
                case EMPLOYER, FLEXIBLE_WORKER, RESIDENT -> payer.id();
            };
        }
    }
}
