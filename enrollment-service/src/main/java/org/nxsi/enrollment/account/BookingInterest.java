package org.nxsi.enrollment.account;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.Topics;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.platform.events.OutboxEvent;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.policy.PolicyData;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Books the interest of a year on some accounts: what it should be less what is booked already, so that a run again books
 * nothing, and a run after the rate's announcement the difference. A year that changes carries on into the years after it.
 */
@Component
class BookingInterest {

    static final String EVENT = "enrollment.account-interest-credited";

    private final AccountEntries entries;
    private final PolicyData policies;
    private final JsonMapper json;

    BookingInterest(AccountEntries entries, PolicyData policies, JsonMapper json) {
        this.entries = entries;
        this.policies = policies;
        this.json = json;
    }

    /**
     * What is told of one entry.
     *
     * @param entry its name: who hears of it twice knows it by that
     */
    private record Credited(String entry, String personId, int year, String amount, boolean provisional) {

        static Credited of(AccountEntry entry) {
            return new Credited(
                    entry.id(),
                    entry.person().value(),
                    entry.year(),
                    entry.amount().toString(),
                    entry.interest() != null && entry.interest().provisional());
        }
    }

    private record InterestCredited(String run, String scheme, int year, List<Credited> credits) {}

    /**
     * What a chunk has come to.
     *
     * @param event null if nothing was booked
     */
    record Booked(long accounts, Fen amount, @Nullable OutboxEvent event) {}

    /** @param accounts which follow each other, at most 1,000 */
    Booked book(InterestRun run, String chunk, List<Account> accounts) {
        List<AccountEntry> pending = new ArrayList<>();
        for (Account account : accounts) {
            if (account.pending() != null) {
                pending.add(account.pending());
            }
        }
        entries.add(pending);
        Map<String, Fen> openings = entries.sumsBefore(accounts, run.year());
        Map<String, List<AccountEntry>> since =
                entries.since(accounts, run.year()).stream().collect(Collectors.groupingBy(AccountEntry::account));
        Map<Integer, YearTerms> terms = new TreeMap<>();
        List<AccountEntry> ofRun = new ArrayList<>();
        List<AccountEntry> wanted = new ArrayList<>();
        for (Account account : accounts) {
            List<AccountEntry> own = since.getOrDefault(account.id(), List.of());
            own.stream().filter(each -> isOf(run, each)).forEach(ofRun::add);
            if (earns(account)) {
                wanted.addAll(of(account, openings.getOrDefault(account.id(), Fen.ZERO), own, run, terms));
            }
        }
        entries.add(wanted);
        ofRun.addAll(wanted);
        return booked(run, chunk, ofRun);
    }

    /** What has left or ended settled its interest with that. */
    private static boolean earns(Account account) {
        return switch (account.state()) {
            case INITIAL, NORMAL, RETIRED, SEALED -> true;
            case ENDED, TRANSFERRED -> false;
        };
    }

    private List<AccountEntry> of(
            Account account, Fen opening, List<AccountEntry> own, InterestRun run, Map<Integer, YearTerms> terms) {
        int last = own.stream()
                .filter(each -> each.kind() == EntryKind.INTEREST)
                .mapToInt(AccountEntry::year)
                .max()
                .orElse(run.year());
        List<AccountEntry> booked = new ArrayList<>();
        Fen standing = opening;
        for (int year = run.year(); year <= last; year++) {
            int now = year;
            List<AccountEntry> ofYear =
                    own.stream().filter(each -> each.year() == now).toList();
            YearTerms of = terms.computeIfAbsent(now, any -> YearTerms.of(policies, run.scheme(), now));
            AccountEntry entry = entry(account, of, of.interest(standing, ofYear), ofYear, run);
            standing = standing.plus(AccountFold.balance(ofYear));
            if (entry != null) {
                booked.add(entry);
                standing = standing.plus(entry.amount());
            }
        }
        return booked;
    }

    private static @Nullable AccountEntry entry(
            Account account, YearTerms terms, Fen interest, List<AccountEntry> ofYear, InterestRun run) {
        List<AccountEntry> before = ofYear.stream()
                .filter(each -> each.kind() == EntryKind.INTEREST)
                .sorted(Comparator.comparingInt(AccountEntry::revision))
                .toList();
        Fen difference = interest.minus(AccountFold.balance(before));
        InterestGround ground = terms.ground(run.id());
        boolean settles = !before.isEmpty()
                && before.getLast().interest() != null
                && before.getLast().interest().provisional() != ground.provisional();
        if (difference.isZero() && !settles) {
            return null;
        }
        int revision = before.isEmpty() ? 1 : before.getLast().revision() + 1;
        LocalDate end = LocalDate.of(terms.year(), 12, 31);
        return new AccountEntry(
                account.id() + "|I|" + terms.year() + "|%03d".formatted(revision),
                account.id(),
                account.person(),
                account.scheme(),
                EntryKind.INTEREST,
                terms.year(),
                end,
                difference,
                null,
                null,
                revision,
                null,
                ground,
                null,
                Instant.now());
    }

    private static boolean isOf(InterestRun run, AccountEntry entry) {
        return entry.interest() != null && entry.interest().run().equals(run.id());
    }

    private Booked booked(InterestRun run, String chunk, List<AccountEntry> ofRun) {
        if (ofRun.isEmpty()) {
            return new Booked(0, Fen.ZERO, null);
        }
        Scheme scheme = run.scheme();
        OutboxEvent event = new OutboxEvent(
                EVENT + "/" + chunk,
                Topics.EVENTS,
                run.id(),
                EVENT,
                chunk,
                1,
                Instant.now(),
                json.writeValueAsString(new InterestCredited(
                        run.id(),
                        scheme.code(),
                        run.year(),
                        ofRun.stream().map(Credited::of).toList())));
        long accounts = ofRun.stream().map(AccountEntry::account).distinct().count();
        return new Booked(accounts, AccountFold.balance(ofRun), event);
    }
}
