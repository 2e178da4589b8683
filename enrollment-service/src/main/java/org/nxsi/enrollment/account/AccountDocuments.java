package org.nxsi.enrollment.account;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.EnrollmentCodecs;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.platform.events.Outbox;
import org.nxsi.platform.events.OutboxEvent;
import org.nxsi.platform.events.OutboxRelay;
import org.nxsi.platform.identity.PersonId;
import org.nxsi.platform.store.MissingDocuments;
import org.springframework.stereotype.Repository;

/** The accounts' own documents; every change is one conditional update. */
@Repository
class AccountDocuments {

    private static final Bson WITHOUT_OUTBOX = Projections.exclude("outbox");

    private final MongoCollection<Account> accounts;
    private final OutboxRelay relay;

    AccountDocuments(MongoDatabase database, OutboxRelay relay) {
        this.accounts =
                database.getCollection("accounts", Account.class).withCodecRegistry(EnrollmentCodecs.registry());
        this.relay = relay;
        accounts.createIndex(Indexes.ascending("scheme", "_id"));
        relay.watch(accounts);
    }

    /** Whoever has no account yet gets one. */
    void open(Collection<ArrivedLine> lines, LocalDate today) {
        Map<String, Account> wanted = new LinkedHashMap<>();
        lines.forEach(line -> wanted.putIfAbsent(
                Account.idOf(line.person(), line.scheme()),
                Account.opened(line.person(), line.scheme(), AccountState.NORMAL, today)));
        Collection<String> missing = new ArrayList<>(wanted.keySet());
        accounts.withDocumentClass(Document.class)
                .find(in("_id", wanted.keySet()))
                .projection(Projections.include("_id"))
                .map(found -> found.getString("_id"))
                .forEach(missing::remove);
        MissingDocuments.insert(
                accounts, missing.stream().map(id -> wanted.get(id)).toList());
    }

    /** Opens this one unless it is there. */
    void open(Account account) {
        MissingDocuments.insert(accounts, List.of(account));
    }

    @Nullable
    Account find(String id) {
        return accounts.find(eq("_id", id)).projection(WITHOUT_OUTBOX).first();
    }

    /** Those of a person, by scheme. */
    List<Account> ofPerson(PersonId person) {
        return accounts.find(in(
                        "_id",
                        Arrays.stream(Scheme.values())
                                .map(scheme -> Account.idOf(person, scheme))
                                .toList()))
                .projection(WITHOUT_OUTBOX)
                .sort(Sorts.ascending("_id"))
                .into(new ArrayList<>());
    }

    /** Those of a scheme by id; {@code after} is the last one seen, empty at the beginning. */
    List<Account> page(Scheme scheme, String after, int limit) {
        return accounts.find(and(eq("scheme", scheme), gt("_id", after)))
                .projection(WITHOUT_OUTBOX)
                .sort(Sorts.ascending("_id"))
                .limit(limit)
                .into(new ArrayList<>());
    }

    /** The account takes a step, if it still stands as it was. @return whether it did */
    boolean step(Account before, Account.Change change, @Nullable AccountEntry entry, @Nullable OutboxEvent event) {
        List<Bson> changes = new ArrayList<>(
                List.of(set("state", change.to()), push("changes", change), set("version", before.version() + 1)));
        List<Bson> filters = new ArrayList<>(List.of(eq("_id", before.id()), eq("version", before.version())));
        if (entry != null) {
            changes.add(set("pending", entry));
        }
        if (event != null) {
            filters.add(Outbox.hasRoomFor(1));
            changes.add(Outbox.append(event));
        }
        boolean taken = accounts.updateOne(and(filters), combine(changes)).getMatchedCount() == 1;
        if (taken && event != null) {
            relay.publish(accounts, before.id());
        }
        return taken;
    }

    /** The entry of the last step stands among the entries now. */
    void settled(Account account, AccountEntry entry) {
        accounts.updateOne(and(eq("_id", account.id()), eq("pending._id", entry.id())), unset("pending"));
    }
}
