package org.nxsi.enrollment.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.nxsi.enrollment.person.PersonRegister;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.platform.identity.PersonId;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.money.Month;
import org.nxsi.platform.web.Problem;
import org.nxsi.platform.web.ProblemException;
import org.springframework.stereotype.Component;

/**
 * What is on accounts; and the steps of their life, for other parts to take. Whoever was merged of two numbers has the sum
 * of both accounts, and every step is taken with both: no entry moves for that.
 */
@Component
public class Accounts {

    private final AccountDocuments accounts;
    private final AccountEntries entries;
    private final ChangingAccount changing;
    private final PersonRegister persons;

    Accounts(AccountDocuments accounts, AccountEntries entries, ChangingAccount changing, PersonRegister persons) {
        this.accounts = accounts;
        this.entries = entries;
        this.changing = changing;
        this.persons = persons;
    }

    public Optional<AccountView> find(PersonId person, Scheme scheme) {
        List<Account> own = of(person, scheme);
        if (own.isEmpty()) {
            return Optional.empty();
        }
        List<AccountEntry> all = entriesOf(own);
        Account first = own.getFirst();
        return Optional.of(new AccountView(
                person,
                scheme,
                first.state(),
                first.openedOn(),
                AccountFold.balance(all),
                AccountFold.isProvisional(all)));
    }

    /** The sum of all entries; zero where there is no account. */
    public Fen balance(PersonId person, Scheme scheme) {
        return AccountFold.balance(entriesOf(of(person, scheme)));
    }

    /** A year of each account of a person, by scheme; none where there is no account. */
    public List<AccountStatement> statements(PersonId person, int year) {
        Map<Scheme, List<Account>> byScheme = new TreeMap<>();
        for (PersonId id : persons.idsOf(person)) {
            accounts.ofPerson(id)
                    .forEach(account -> byScheme.computeIfAbsent(account.scheme(), any -> new ArrayList<>())
                            .add(account));
        }
        return byScheme.values().stream()
                .map(own -> {
                    List<AccountEntry> all = entriesOf(own);
                    Account first = own.getFirst();
                    return new AccountStatement(
                            first.scheme(),
                            first.state(),
                            first.openedOn(),
                            AccountYear.of(all, year),
                            AccountFold.balance(all));
                })
                .toList();
    }

    /** Nothing goes out of it any more (封存); what arrives is credited. */
    public AccountView freeze(PersonId person, Scheme scheme, Cause cause) {
        return each(person, scheme, id -> changing.freeze(id, scheme, cause));
    }

    /** It stands again as it stood before it was sealed. */
    public AccountView thaw(PersonId person, Scheme scheme, Cause cause) {
        return each(person, scheme, id -> changing.thaw(id, scheme, cause));
    }

    /** The pension begins to draw on it. */
    public AccountView retire(PersonId person, Scheme scheme, Cause cause) {
        return each(person, scheme, id -> changing.retire(id, scheme, cause));
    }

    /** All that is on it leaves for another place (异地转出). @return how much; the same again for the same reference */
    public Fen transferOut(PersonId person, Scheme scheme, Cause cause) {
        return existing(person, scheme).stream()
                .map(account -> changing.transferOut(account.person(), scheme, cause))
                .reduce(Fen.ZERO, Fen::plus);
    }

    /** What another place has sent; opens the account if there is none. A reference counts once. */
    public AccountView transferIn(PersonId person, Scheme scheme, Fen amount, Cause cause) {
        changing.transferIn(kept(person), scheme, amount, cause);
        return view(person, scheme);
    }

    /** What stood on it when it was taken over from the books before this service; only for one that is new. */
    public AccountView takeOver(PersonId person, Scheme scheme, Fen amount, Cause cause) {
        changing.takeOver(kept(person), scheme, amount, cause);
        return view(person, scheme);
    }

    /** The account's part of a month's pension. @return what was taken: no more than there is */
    public Fen drawDown(PersonId person, Scheme scheme, Month month, Fen amount, Cause cause) {
        Fen taken = Fen.ZERO;
        for (Account account : existing(person, scheme)) {
            Fen rest = amount.minus(taken);
            if (rest.isPositive()) {
                taken = taken.plus(changing.drawDown(account.person(), scheme, month, rest, cause));
            }
        }
        return taken;
    }

    /** The rest is paid out and the account ends. @return how much */
    public Fen payOut(PersonId person, Scheme scheme, Cause cause) {
        return existing(person, scheme).stream()
                .map(account -> changing.payOut(account.person(), scheme, cause))
                .reduce(Fen.ZERO, Fen::plus);
    }

    /** The entries of a person's account of a scheme, by value date. */
    List<AccountEntry> entries(PersonId person, Scheme scheme) {
        return entriesOf(of(person, scheme));
    }

    List<Account> of(PersonId person, Scheme scheme) {
        List<Account> own = new ArrayList<>();
        for (PersonId id : persons.idsOf(person)) {
            Account account = accounts.find(Account.idOf(id, scheme));
            if (account != null) {
                own.add(account);
            }
        }
        return own;
    }

    private AccountView each(PersonId person, Scheme scheme, Consumer<PersonId> step) {
        existing(person, scheme).forEach(account -> step.accept(account.person()));
        return view(person, scheme);
    }

    private List<Account> existing(PersonId person, Scheme scheme) {
        List<Account> own = of(person, scheme);
        if (own.isEmpty()) {
            throw unknown(scheme);
        }
        return own;
    }

    private AccountView view(PersonId person, Scheme scheme) {
        return find(person, scheme).orElseThrow(() -> unknown(scheme));
    }

    private PersonId kept(PersonId person) {
        List<PersonId> ids = persons.idsOf(person);
        return ids.isEmpty() ? person : ids.getFirst();
    }

    private List<AccountEntry> entriesOf(List<Account> own) {
        List<AccountEntry> all = new ArrayList<>();
        own.forEach(account -> all.addAll(entries.of(account)));
        all.sort(AccountEntry.IN_TIME);
        return all;
    }

    static ProblemException unknown(Scheme scheme) {
        return Problem.notFound("account-unknown", "no account of scheme " + scheme.code())
                .exception();
    }
}
