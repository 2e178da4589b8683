package org.nxsi.enrollment.collector;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.batch.Refusal;

/** What a collector has told that bears on further notices of its: by their ids, and reversals by what they take back. */
final class ToldSoFar {

    private final Map<String, PaymentNotice> byId = new HashMap<>();
    private final Map<String, PaymentNotice> reversals = new HashMap<>();

    ToldSoFar(Collection<PaymentNotice> told) {
        told.forEach(this::add);
    }

    void add(PaymentNotice notice) {
        byId.put(notice.id(), notice);
        String takesBack = notice.takesBack();
        if (takesBack != null) {
            reversals.putIfAbsent(takesBack, notice);
        }
    }

    /** What was told under the same id; null if nothing was. */
    @Nullable
    PaymentNotice before(PaymentNotice notice) {
        return byId.get(notice.id());
    }

    /** Payment and reversal may come in either order, but must speak of the same money. @return null if they do */
    @Nullable
    Refusal contradictionOf(PaymentNotice notice) {
        String takesBack = notice.takesBack();
        if (takesBack == null) {
            PaymentNotice reversal = reversals.get(notice.id());
            return reversal == null || notice.isAbout(reversal) ? null : differs("amount", reversal);
        }
        PaymentNotice payment = byId.get(takesBack);
        if (payment == null) {
            return null;
        }
        if (payment.takesBack() != null) {
            return Refusal.wrong("reverses-no-payment", "reverses", "that notice is a reversal itself");
        }
        return notice.isAbout(payment) ? null : differs("reverses", payment);
    }

    private static Refusal differs(String field, PaymentNotice other) {
        return Refusal.wrong(
                "reversal-differs",
                field,
                "payment and reversal name the same payer, scheme, month and amounts; the other notice, "
                        + other.number() + ", says " + other.due().id() + ", " + other.amount() + ", late fee "
                        + other.lateFee());
    }
}
