package org.nxsi.deferral.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.nxsi.deferral.ledger.ChangingEntry.Step;
import org.nxsi.platform.clock.BusinessClock;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.web.CommandId;
import org.nxsi.platform.web.Problem;
import org.springframework.stereotype.Component;

/** What one clerk alone may record of an entry: that it was made up, what it amounts to, that it was none. */
@Component
class KeepingEntries {

    private final ChangingEntry changing;
    private final BusinessClock clock;

    KeepingEntries(ChangingEntry changing, BusinessClock clock) {
        this.changing = changing;
        this.clock = clock;
    }

    /** @param amount null for all of the scheme */
    record MakeUp(String scheme, @Nullable Fen amount, LocalDate on, String reference) {}

    /** What was put off is made up, in part or in whole; after the deadline it is recorded too, as late. */
    Entry makeUp(Entry entry, MakeUp makeUp, String by, CommandId command) {
        if (makeUp.on().isAfter(clock.today())) {
            throw Problem.badRequest("day-in-future", "on", "it has not been made up yet")
                    .exception();
        }
        Posting posting = posting(
                command.derive("made-up"),
                Posting.Kind.MADE_UP,
                makeUp.on(),
                makeUp.scheme(),
                makeUp.amount(),
                null,
                makeUp.reference(),
                by);
        return keep(entry, posting, now -> now.state() != State.MADE_UP && now.state() != State.WITHDRAWN);
    }

    /** A later assessment of what is due. */
    Entry assess(Entry entry, String scheme, Fen amount, String reference, String by, CommandId command) {
        Posting posting = posting(
                command.derive("assessed"), Posting.Kind.AMOUNT, clock.today(), scheme, amount, null, reference, by);
        return keep(entry, posting, now -> now.state() != State.MADE_UP && now.state() != State.WITHDRAWN);
    }

    /** It should not have been in the ledger. What was made up is not taken back so. */
    Entry withdraw(Entry entry, String reason, String by, CommandId command) {
        Posting posting = posting(
                command.derive("withdrawn"), Posting.Kind.WITHDRAWN, clock.today(), null, null, reason, null, by);
        return keep(
                entry,
                posting,
                now -> now.state() == State.OPEN || now.state() == State.REOPENED || now.state() == State.EXPIRED);
    }

    private Entry keep(Entry entry, Posting posting, Predicate<Entry> allowed) {
        if (posting.scheme() != null) {
            refuseOtherScheme(entry, posting);
        }
        return changing.change(entry.key(), now -> {
            if (now == null) {
                throw Deferrals.unknown(entry.id());
            }
            if (now.has(posting.id())) {
                return null;
            }
            if (!allowed.test(now)) {
                throw Problem.conflict(
                                "not-in-this-state", "台账状态为“" + now.state().title() + "”，不能办理")
                        .with("state", now.state())
                        .exception();
            }
            return new Step(posting, now.proposal());
        });
    }

    private static void refuseOtherScheme(Entry entry, Posting posting) {
        Refusal refusal = OpeningRule.ofAmount(posting.scheme(), posting.amount());
        if (refusal != null) {
            throw refusal.problem().exception();
        }
        if (!entry.schemes().contains(posting.scheme())) {
            throw Problem.conflict("scheme-not-in-entry", "only schemes that were put off can be made up")
                    .at("scheme")
                    .with("schemes", entry.schemes())
                    .exception();
        }
    }

    private static Posting posting(
            String id,
            Posting.Kind kind,
            LocalDate on,
            @Nullable String scheme,
            @Nullable Fen amount,
            @Nullable String reason,
            @Nullable String reference,
            String by) {
        return new Posting(
                id,
                kind,
                Instant.now(),
                on,
                null,
                scheme,
                amount,
                null,
                null,
                reason,
                null,
                reference,
                by,
                null,
                List.of());
    }
}
