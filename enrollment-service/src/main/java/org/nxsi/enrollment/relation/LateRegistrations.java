package org.nxsi.enrollment.relation;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.gt;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.EnrollmentCodecs;
import org.nxsi.enrollment.batch.Batch;
import org.nxsi.enrollment.batch.Outcome;
import org.nxsi.enrollment.putoff.PutOffEvents;
import org.nxsi.enrollment.putoff.PutOffKind;
import org.nxsi.enrollment.putoff.PutOffLine;
import org.nxsi.enrollment.relation.ChangingRelations.Turned;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.platform.events.Outbox;
import org.nxsi.platform.events.OutboxEvent;
import org.nxsi.platform.events.OutboxRelay;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.store.MissingDocuments;
import org.springframework.stereotype.Repository;

/**
 * Late registrations that were accepted. One that was due in an emergency period is told to the deferral ledger as put off
 * and made up by the same fact, once for ever, since the ledger keeps one entry for an employer and month.
 */
@Repository
class LateRegistrations {

    private static final String REASON = "疫情防控期间逾期办理职工参保登记";

    private final MongoCollection<Document> documents;
    private final MongoCollection<LateRegistration> registrations;
    private final PutOffEvents events;
    private final OutboxRelay relay;

    LateRegistrations(MongoDatabase database, PutOffEvents events, OutboxRelay relay) {
        this.documents = database.getCollection("late_registrations").withCodecRegistry(EnrollmentCodecs.registry());
        this.registrations = documents.withDocumentClass(LateRegistration.class);
        this.events = events;
        this.relay = relay;
        documents.createIndex(Indexes.ascending("area", "_id"));
        relay.watch(documents);
    }

    /** Those among the rows that were carried out. */
    void accept(Batch batch, List<Turned> turned) {
        Map<String, LateRegistration> accepted = new LinkedHashMap<>();
        for (Turned each : turned) {
            RelationChange change = each.row().change();
            Late late = each.row().late();
            if (change == null || late == null || each.outcome().result() != Outcome.Result.DONE) {
                continue;
            }
            for (Scheme scheme : change.schemes()) {
                String id = LateRegistration.idOf(change.payer(), late, scheme);
                accepted.putIfAbsent(
                        id,
                        new LateRegistration(
                                id,
                                change.payer(),
                                batch.area(),
                                late.month(),
                                scheme,
                                late.dueOn(),
                                batch.on(),
                                late.period(),
                                batch.id()));
            }
        }
        if (!accepted.isEmpty()) {
            keep(batch, accepted.values());
        }
    }

    /** Those of an area and the areas in it, by id; {@code after} is the last one seen. */
    List<LateRegistration> in(AreaCode area, @Nullable String after, int limit) {
        Bson wanted = Filters.in(
                "area", AreaCode.all().stream().filter(area::contains).toList());
        return registrations
                .find(after == null ? wanted : and(wanted, gt("_id", after)))
                .projection(Projections.exclude("outbox", "outboxSince", "outboxLeasedBy", "outboxLeasedUntil"))
                .sort(Sorts.ascending("_id"))
                .limit(limit)
                .into(new ArrayList<>());
    }

    private void keep(Batch batch, Collection<LateRegistration> accepted) {
        List<Document> newborn =
                accepted.stream().map(each -> document(batch, each)).toList();
        MissingDocuments.insert(documents, newborn);
        relay.publish(documents, accepted.stream().map(LateRegistration::id).toList());
    }

    private Document document(Batch batch, LateRegistration each) {
        Document document = new Document("_id", each.id())
                .append("payer", each.payer())
                .append("area", each.area())
                .append("month", each.month())
                .append("scheme", each.scheme())
                .append("dueOn", each.dueOn())
                .append("acceptedOn", each.acceptedOn())
                .append("batch", each.batch());
        if (each.period() == null) {
            return document;
        }
        PutOffLine line = PutOffLine.of(
                        each.payer(),
                        PutOffKind.REGISTRATION,
                        each.scheme(),
                        each.month(),
                        each.area(),
                        each.dueOn(),
                        null,
                        REASON,
                        batch.channel())
                .madeUp(each.acceptedOn());
        OutboxEvent event = events.putOff("registration/" + each.id(), List.of(line));
        return Outbox.withEvents(document.append("period", each.period()), List.of(event));
    }
}
