package org.nxsi.enrollment.account;

import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.platform.events.OutboxEvent;
import org.nxsi.platform.identity.PersonId;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.money.Month;
import org.nxsi.platform.web.Problem;
import org.nxsi.platform.web.ProblemException;
import org.springframework.stereotype.Component;

/**
 * One step in the life of an account: decided on what stands, written if that still stands. An entry that belongs to the
 * step is written into the account's document with it, and from there to the entries: whoever comes next completes what a
 * crash has left there, so that a balance is never spent twice.
 */
@Component
class ChangingAccount {

    private static final int ATTEMPTS = 5;

    private final AccountDocuments accounts;
    private final AccountEntries entries;
    private final AccountEvents events;

    ChangingAccount(AccountDocuments accounts, AccountEntries entries, AccountEvents events) {
        this.accounts = accounts;
        this.entries = entries;
        this.events = events;
    }

    /**
     * What is to become of an account.
     *
     * @param kind of the entry; null if no money moves
     * @param amount of the entry, with its sign
     * @param month of a draw-down; null of anything else
     */
    private record Step(
            AccountState to,
            @Nullable EntryKind kind,
            Fen amount,
            @Nullable Month month) {

        static Step to(AccountState state) {
            return new Step(state, null, Fen.ZERO, null);
        }
    }

    void freeze(PersonId person, Scheme scheme, Cause cause) {
        change(person, scheme, cause, (account, balance) -> {
            refuse(account, AccountState.SEALED, AccountState.ENDED, AccountState.TRANSFERRED);
            return Step.to(AccountState.SEALED);
        });
    }

    void thaw(PersonId person, Scheme scheme, Cause cause) {
        change(person, scheme, cause, (account, balance) -> {
            if (account.state() != AccountState.SEALED) {
                throw wrongState(account);
            }
            return Step.to(beforeSealing(account));
        });
    }

    void retire(PersonId person, Scheme scheme, Cause cause) {
        change(person, scheme, cause, (account, balance) -> {
            refuse(account, AccountState.SEALED, AccountState.ENDED, AccountState.TRANSFERRED, AccountState.RETIRED);
            return Step.to(AccountState.RETIRED);
        });
    }

    /** @return what left, positive */
    Fen transferOut(PersonId person, Scheme scheme, Cause cause) {
        return change(person, scheme, cause, (account, balance) -> {
                    refuse(account, AccountState.ENDED, AccountState.RETIRED);
                    return taking(AccountState.TRANSFERRED, EntryKind.TRANSFER_OUT, balance, null);
                })
                .negated();
    }

    void transferIn(PersonId person, Scheme scheme, Fen amount, Cause cause) {
        requirePositive(amount);
        accounts.open(Account.opened(person, scheme, AccountState.NORMAL, cause.on()));
        change(
                person,
                scheme,
                cause,
                (account, balance) -> new Step(
                        account.state() == AccountState.TRANSFERRED ? AccountState.NORMAL : account.state(),
                        EntryKind.TRANSFER_IN,
                        amount,
                        null));
    }

    /** The account's part of a month's pension; never more than there is. @return what was taken, positive */
    Fen drawDown(PersonId person, Scheme scheme, Month month, Fen amount, Cause cause) {
        requirePositive(amount);
        return change(person, scheme, cause, (account, balance) -> {
                    if (account.state() != AccountState.RETIRED) {
                        throw wrongState(account);
                    }
                    return taking(
                            AccountState.RETIRED,
                            EntryKind.DRAW_DOWN,
                            amount.compareTo(balance) < 0 ? amount : balance,
                            month);
                })
                .negated();
    }

    /** The rest is paid out, and the account ends. @return what was taken, positive */
    Fen payOut(PersonId person, Scheme scheme, Cause cause) {
        return change(person, scheme, cause, (account, balance) -> {
                    refuse(account, AccountState.SEALED, AccountState.ENDED, AccountState.TRANSFERRED);
                    return taking(AccountState.ENDED, EntryKind.PAID_OUT, balance, null);
                })
                .negated();
    }

    /** What stood on it when it was taken over from elsewhere; only while nothing else is on it. */
    void takeOver(PersonId person, Scheme scheme, Fen amount, Cause cause) {
        requirePositive(amount);
        accounts.open(Account.opened(person, scheme, AccountState.INITIAL, cause.on()));
        change(person, scheme, cause, (account, balance) -> {
            if (account.state() != AccountState.INITIAL) {
                throw wrongState(account);
            }
            return new Step(AccountState.NORMAL, EntryKind.OPENING, amount, null);
        });
    }

    private static void requirePositive(Fen amount) {
        if (!amount.isPositive()) {
            throw Problem.badRequest("invalid-amount", "amount", "more than 0.00")
                    .exception();
        }
    }

    private static Step taking(AccountState to, EntryKind kind, Fen amount, @Nullable Month month) {
        return amount.isPositive() ? new Step(to, kind, amount.negated(), month) : Step.to(to);
    }

    /** @return the amount of the step's entry, zero if it had none; the same again when the reference comes again */
    private Fen change(PersonId person, Scheme scheme, Cause cause, BiFunction<Account, Fen, Step> decide) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Account account = settled(person, scheme);
            Account.Change done = account.of(cause.reference());
            if (done != null) {
                return amountOf(done);
            }
            if (account.changes().size() == Account.MOST_CHANGES) {
                throw Problem.conflict("account-full", "no more than " + Account.MOST_CHANGES + " steps of one account")
                        .exception();
            }
            Step step = decide.apply(account, AccountFold.balance(entries.of(account)));
            AccountEntry entry = entry(account, step, cause);
            Account.Change change = new Account.Change(
                    cause.reference(),
                    account.state(),
                    step.to(),
                    cause.on(),
                    cause.ground(),
                    cause.by(),
                    entry == null ? null : entry.id(),
                    Instant.now());
            OutboxEvent event = step.to() == account.state() ? null : events.stateChanged(account, change);
            if (accounts.step(account, change, entry, event)) {
                settled(person, scheme);
                return step.amount();
            }
        }
        throw Problem.of(
                        503,
                        "account-busy",
                        "others keep changing this account, or its events wait to leave: try again")
                .exception();
    }

    /** The account, with nothing pending any more. */
    private Account settled(PersonId person, Scheme scheme) {
        Account account = accounts.find(Account.idOf(person, scheme));
        if (account == null) {
            throw Problem.notFound("account-unknown", "no account of scheme " + scheme.code())
                    .exception();
        }
        AccountEntry pending = account.pending();
        if (pending != null) {
            entries.add(List.of(pending));
            accounts.settled(account, pending);
        }
        return account;
    }

    private Fen amountOf(Account.Change done) {
        return done.entry() == null
                ? Fen.ZERO
                : entries.find(List.of(done.entry())).stream()
                        .map(AccountEntry::amount)
                        .findFirst()
                        .orElseThrow();
    }

    private static @Nullable AccountEntry entry(Account account, Step step, Cause cause) {
        EntryKind kind = step.kind();
        if (kind == null) {
            return null;
        }
        return new AccountEntry(
                account.id() + "|S|" + cause.reference(),
                account.id(),
                account.person(),
                account.scheme(),
                kind,
                cause.on().getYear(),
                cause.on(),
                step.amount(),
                step.month(),
                null,
                0,
                null,
                null,
                cause.ground(),
                Instant.now());
    }

    private static AccountState beforeSealing(Account account) {
        return account.changes().reversed().stream()
                .filter(change -> change.to() == AccountState.SEALED && change.from() != AccountState.SEALED)
                .map(Account.Change::from)
                .findFirst()
                .orElse(AccountState.NORMAL);
    }

    private static void refuse(Account account, AccountState... states) {
        if (List.of(states).contains(account.state())) {
            throw wrongState(account);
        }
    }

    private static ProblemException wrongState(Account account) {
        return Problem.conflict(
                        "account-state",
                        "the account is " + account.state().title() + ": this cannot be done with it now")
                .with("state", account.state())
                .exception();
    }
}
