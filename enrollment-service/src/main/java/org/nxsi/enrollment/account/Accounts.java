package org.nxsi.enrollment.account;

import java.util.List;
import java.util.Optional;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.platform.identity.PersonId;
import org.nxsi.platform.money.Fen;
import org.springframework.stereotype.Component;

/** What is on accounts; and the steps of their life, for other parts to take. */
@Component
public class Accounts {

    private final AccountDocuments accounts;
    private final AccountEntries entries;
    private final ChangingAccount changing;

    Accounts(AccountDocuments accounts, AccountEntries entries, ChangingAccount changing) {
        this.accounts = accounts;
        this.entries = entries;
        this.changing = changing;
    }

    public Optional<AccountView> find(PersonId person, Scheme scheme) {
        return Optional.ofNullable(accounts.find(Account.idOf(person, scheme)))
                .map(account -> view(account, entries.of(account)));
    }

    /** The sum of all entries; zero where there is no account. */
    public Fen balance(PersonId person, Scheme scheme) {
        return find(person, scheme).map(AccountView::balance).orElse(Fen.ZERO);
    }

    /** Nothing goes out of it any more (封存); what arrives is credited. */
    public AccountView freeze(PersonId person, Scheme scheme, Cause cause) {
        changing.freeze(person, scheme, cause);
        return find(person, scheme).orElseThrow();
    }

    /** It stands again as it stood before it was sealed. */
    public AccountView thaw(PersonId person, Scheme scheme, Cause cause) {
        changing.thaw(person, scheme, cause);
        return find(person, scheme).orElseThrow();
    }

    /** All that is on it leaves for another place (异地转出). @return how much; the same again for the same reference */
    public Fen transferOut(PersonId person, Scheme scheme, Cause cause) {
        return changing.transferOut(person, scheme, cause);
    }

    /** What another place has sent; opens the account if there is none. A reference counts once. */
    public AccountView transferIn(PersonId person, Scheme scheme, Fen amount, Cause cause) {
        changing.transferIn(person, scheme, amount, cause);
        return find(person, scheme).orElseThrow();
    }

    /** The pension begins to draw on it. */
    public AccountView retire(PersonId person, Scheme scheme, Cause cause) {
        changing.retire(person, scheme, cause);
        return find(person, scheme).orElseThrow();
    }

    static AccountView view(Account account, List<AccountEntry> entries) {
        return new AccountView(
                account.person(),
                account.scheme(),
                account.state(),
                account.openedOn(),
                AccountFold.balance(entries),
                AccountFold.isProvisional(entries));
    }
}
