package org.nxsi.deferral.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nxsi.deferral.ledger.ChangingEntry.Step;
import org.nxsi.deferral.period.Period;
import org.nxsi.deferral.period.Periods;
import org.nxsi.deferral.period.Register;
import org.nxsi.platform.clock.BusinessClock;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.money.Month;
import org.nxsi.platform.web.CommandId;
import org.nxsi.platform.web.Problem;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** A clerk records that business is put off: one entry a month. All months are looked at before the first is written. */
@Component
class OpeningEntries {

    /** More months than the longest emergency; a longer list is a mistake. */
    static final int MOST_MONTHS = 36;

    private final Entries entries;
    private final ChangingEntry changing;
    private final Periods periods;
    private final List<Objection> objections;
    private final BusinessClock clock;

    OpeningEntries(
            Entries entries,
            ChangingEntry changing,
            Periods periods,
            ObjectProvider<Objection> objections,
            BusinessClock clock) {
        this.entries = entries;
        this.changing = changing;
        this.periods = periods;
        this.objections = objections.orderedStream().toList();
        this.clock = clock;
    }

    /** One month of the business. @param amount null if not known yet */
    record MonthWanted(
            Month month, LocalDate dueDate, @Nullable Fen amount) {}

    /** @param scheme code of list AAE140 */
    record Wanted(
            SubjectKind subjectKind,
            String subjectId,
            Kind kind,
            String scheme,
            AreaCode area,
            String reason,
            Channel channel,
            List<MonthWanted> months) {

        EntryKey key(MonthWanted month) {
            return new EntryKey(subjectKind, subjectId, kind, month.month());
        }
    }

    /** @throws org.nxsi.platform.web.ProblemException if any of the months cannot be entered; then none is */
    List<Entry> open(Wanted wanted, String by, CommandId command) {
        Map<MonthWanted, Posting> postings = new HashMap<>();
        Register register = periods.now();
        Set<Month> months = new HashSet<>();
        for (int i = 0; i < wanted.months().size(); i++) {
            MonthWanted month = wanted.months().get(i);
            if (!months.add(month.month())) {
                throw Problem.badRequest("month-twice", "months[" + i + "].month", "a month stands here once")
                        .exception();
            }
            postings.put(month, posting(wanted, i, register, by, command));
        }
        refuseObjections(wanted);
        wanted.months()
                .forEach(month ->
                        step(entries.byId(wanted.key(month).id()), Objects.requireNonNull(postings.get(month))));
        List<Entry> opened = new ArrayList<>();
        for (MonthWanted month : wanted.months()) {
            Posting posting = Objects.requireNonNull(postings.get(month));
            opened.add(changing.change(wanted.key(month), before -> step(before, posting)));
        }
        return opened;
    }

    private Posting posting(Wanted wanted, int number, Register register, String by, CommandId command) {
        MonthWanted month = wanted.months().get(number);
        EntryKey key = wanted.key(month);
        refuse(OpeningRule.ofKey(key), null);
        refuse(OpeningRule.ofAmount(wanted.scheme(), month.amount()), null);
        Period period = OpeningRule.period(register, wanted.area().code(), month.dueDate())
                .orElse(null);
        if (period == null) {
            throw refusal(OpeningRule.noPeriod(), number);
        }
        refuse(OpeningRule.ofMonth(key, month.dueDate(), period), number);
        return Posting.opened(
                command.derive("opened|" + month.month()),
                Instant.now(),
                clock.today(),
                wanted.area().code(),
                wanted.scheme(),
                month.amount(),
                month.dueDate(),
                period.id(),
                wanted.reason(),
                wanted.channel(),
                by);
    }

    private void refuseObjections(Wanted wanted) {
        List<EntryKey> keys = wanted.months().stream().map(wanted::key).toList();
        for (Objection each : objections) {
            Map<EntryKey, Refusal> against = each.against(keys);
            for (int i = 0; i < keys.size(); i++) {
                refuse(against.get(keys.get(i)), i);
            }
        }
    }

    /** What is to become of the entry: nothing if it says the same already. */
    private static @Nullable Step step(@Nullable Entry before, Posting posting) {
        if (before == null) {
            return new Step(posting, null);
        }
        if (before.has(posting.id())) {
            return null;
        }
        if (before.state() == State.WITHDRAWN) {
            throw Problem.conflict("entry-withdrawn", "it was withdrawn; two people may open it again")
                    .with("entry", before.id())
                    .exception();
        }
        Posting same = before.postings().stream()
                .filter(each -> each.kind() == Posting.Kind.OPENED)
                .filter(each -> Objects.equals(each.scheme(), posting.scheme()))
                .findFirst()
                .orElse(null);
        if (same == null) {
            return new Step(posting, before.proposal());
        }
        if (Objects.equals(same.dueDate(), posting.dueDate())
                && Objects.equals(same.amount(), posting.amount())
                && Objects.equals(same.area(), posting.area())) {
            return null;
        }
        throw Problem.conflict("entry-exists-with-other-data", "this scheme is in the entry with other data")
                .with("entry", before.id())
                .exception();
    }

    private static void refuse(@Nullable Refusal refusal, @Nullable Integer number) {
        if (refusal != null) {
            throw refusal(refusal, number);
        }
    }

    private static RuntimeException refusal(Refusal refusal, @Nullable Integer number) {
        Problem problem = refusal.problem();
        return (number == null ? problem : problem.at("months[" + number + "]." + refusal.field())).exception();
    }
}
