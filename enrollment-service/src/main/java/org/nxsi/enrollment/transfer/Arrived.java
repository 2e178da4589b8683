package org.nxsi.enrollment.transfer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.money.Month;

/**
 * What has come from the other place. Of a transfer out, information and money are receipts for what was sent. Public for
 * the driver only.
 *
 * @param information null until it is there; of a transfer out always
 * @param informationOn business date; null until then
 * @param expected what the money has to be by the information; null with it
 * @param moneys at most {@value #MOST_MONEYS}
 * @param moneyOn business date; null until then
 * @param doubles months that are in the own record too
 * @param release how two people settled what did not agree; null if nobody had to
 * @param messages at most {@value #MOST_MESSAGES}
 */
public record Arrived(
        @Nullable Information information,
        @Nullable LocalDate informationOn,
        @Nullable Expected expected,
        List<Money> moneys,
        @Nullable LocalDate moneyOn,
        List<Month> doubles,
        @Nullable Release release,
        List<Message> messages) {

    static final int MOST_MESSAGES = 40;
    static final int MOST_MONEYS = 10;

    static final Arrived NOTHING = new Arrived(null, null, null, List.of(), null, List.of(), null, List.of());

    /**
     * How two people settled it.
     *
     * @param refund the person's own part of double months, paid back (清退) and not credited
     */
    public record Release(Fen refund, String reason, String proposedBy, String confirmedBy, LocalDate on) {}

    public Arrived {
        moneys = List.copyOf(moneys);
        doubles = List.copyOf(doubles);
        messages = List.copyOf(messages);
    }

    Fen money() {
        return moneys.stream().map(Money::amount).reduce(Fen.ZERO, Fen::plus);
    }

    /** Money less what it has to be; zero while one of them is missing. */
    Fen difference() {
        return expected == null || moneys.isEmpty() ? Fen.ZERO : money().minus(expected.total());
    }

    /** Whether nothing stands against booking it. */
    boolean agrees() {
        return release != null || (difference().isZero() && doubles.isEmpty());
    }

    /** What goes to the account. */
    Fen toCredit() {
        if (expected == null) {
            return Fen.ZERO;
        }
        return release == null ? expected.account() : expected.account().minus(release.refund());
    }

    @Nullable
    Message message(String id) {
        return messages.stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElse(null);
    }

    Arrived and(Message message) {
        List<Message> all = new ArrayList<>(messages);
        all.add(message);
        return new Arrived(information, informationOn, expected, moneys, moneyOn, doubles, release, all);
    }

    Arrived with(Information told, Expected wanted, List<Month> twice, LocalDate on) {
        return new Arrived(told, on, wanted, moneys, moneyOn, twice, null, messages);
    }

    Arrived with(Money money, LocalDate on) {
        List<Money> all = new ArrayList<>(moneys);
        all.add(money);
        return new Arrived(information, informationOn, expected, all, on, doubles, null, messages);
    }

    /** The other place has what was sent to it. */
    Arrived informationReceipt(LocalDate on) {
        return new Arrived(information, on, expected, moneys, moneyOn, doubles, release, messages);
    }

    /** The other place has the money that was sent to it. */
    Arrived moneyReceipt(LocalDate on) {
        return new Arrived(information, informationOn, expected, moneys, on, doubles, release, messages);
    }

    Arrived released(Release settled) {
        return new Arrived(information, informationOn, expected, moneys, moneyOn, doubles, settled, messages);
    }
}
