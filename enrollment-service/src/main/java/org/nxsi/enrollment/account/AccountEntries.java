package org.nxsi.enrollment.account;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.conversions.Bson;
import org.nxsi.enrollment.EnrollmentCodecs;
import org.nxsi.platform.store.MissingDocuments;
import org.springframework.stereotype.Repository;

/** The entries of all accounts. Those of one account lie side by side, since their names begin with the account's. */
@Repository
class AccountEntries {

    private final MongoCollection<AccountEntry> entries;

    AccountEntries(MongoDatabase database) {
        this.entries = database.getCollection("account_entries", AccountEntry.class)
                .withCodecRegistry(EnrollmentCodecs.registry());
    }

    /** Writes those that are not there yet. @return those that another had written under the same name before */
    List<AccountEntry> add(List<AccountEntry> wanted) {
        return MissingDocuments.insert(entries, wanted);
    }

    /** By id, whichever of these are there. */
    List<AccountEntry> find(Collection<String> ids) {
        return ids.isEmpty() ? List.of() : entries.find(in("_id", ids)).into(new ArrayList<>());
    }

    /** All of one account, by value date; what waits in the account's own document is among them. */
    List<AccountEntry> of(Account account) {
        return withPending(entries.find(within(account.id())).into(new ArrayList<>()), List.of(account));
    }

    /** All of these accounts, which follow each other. */
    List<AccountEntry> ofAll(List<Account> accounts) {
        if (accounts.isEmpty()) {
            return List.of();
        }
        Set<String> ids = accounts.stream().map(Account::id).collect(Collectors.toSet());
        Bson range = and(
                gt("_id", accounts.getFirst().id() + "|"),
                lt("_id", accounts.getLast().id() + "}"));
        List<AccountEntry> found = entries.find(range).into(new ArrayList<>());
        found.removeIf(each -> !ids.contains(each.account()));
        return withPending(found, accounts);
    }

    private static List<AccountEntry> withPending(List<AccountEntry> found, List<Account> accounts) {
        Set<String> there = new HashSet<>();
        found.forEach(each -> there.add(each.id()));
        for (Account account : accounts) {
            AccountEntry pending = account.pending();
            if (pending != null && there.add(pending.id())) {
                found.add(pending);
            }
        }
        found.sort(AccountEntry.IN_TIME);
        return found;
    }

    private static Bson within(String account) {
        return and(gt("_id", account + "|"), lt("_id", account + "}"));
    }
}
