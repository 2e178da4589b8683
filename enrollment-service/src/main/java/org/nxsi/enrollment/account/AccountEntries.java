package org.nxsi.enrollment.account;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.nxsi.enrollment.EnrollmentCodecs;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.store.MissingDocuments;
import org.nxsi.platform.store.Sums;
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
        return withPending(entries.find(within(account.id())).into(new ArrayList<>()), account);
    }

    /** What stood on each of these accounts, which follow each other, when the year began; those with nothing are left out. */
    Map<String, Fen> sumsBefore(List<Account> accounts, int year) {
        Map<String, Fen> sums = new HashMap<>();
        entries.withDocumentClass(Document.class)
                .aggregate(List.of(
                        Aggregates.match(and(between(accounts), lt("year", year))),
                        Aggregates.group("$account", Accumulators.sum("amount", "$amount"))))
                .forEach(sum -> sums.put(sum.getString("_id"), Fen.of(Sums.number(sum, "amount"))));
        return sums;
    }

    /** All of these accounts, which follow each other, from a year on. */
    List<AccountEntry> since(List<Account> accounts, int year) {
        return entries.find(and(between(accounts), gte("year", year))).into(new ArrayList<>());
    }

    private static Bson between(List<Account> accounts) {
        return and(
                gt("_id", accounts.getFirst().id() + "|"),
                lt("_id", accounts.getLast().id() + "}"));
    }

    private static List<AccountEntry> withPending(List<AccountEntry> found, Account account) {
        AccountEntry pending = account.pending();
        if (pending != null && found.stream().noneMatch(each -> each.id().equals(pending.id()))) {
            found.add(pending);
        }
        found.sort(AccountEntry.IN_TIME);
        return found;
    }

    private static Bson within(String account) {
        return and(gt("_id", account + "|"), lt("_id", account + "}"));
    }
}
