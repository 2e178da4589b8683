package org.nxsi.enrollment.assessment;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.EnrollmentCodecs;
import org.nxsi.enrollment.scheme.Payer;
import org.nxsi.platform.events.Outbox;
import org.nxsi.platform.events.OutboxEvent;
import org.nxsi.platform.events.OutboxRelay;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.money.Month;
import org.nxsi.platform.store.MissingDocuments;
import org.springframework.stereotype.Repository;

/** The sheets, one document per payer and month; every step is one conditional update. */
@Repository
class SheetDocuments {

    private static final Bson ITSELF =
            Projections.exclude("outbox", "outboxSince", "outboxLeasedBy", "outboxLeasedUntil");

    /** Much longer than the lines of a chunk take to be written. */
    private static final Duration CLAIM = Duration.ofSeconds(60);

    private final MongoCollection<SheetDocument> sheets;
    private final OutboxRelay relay;

    SheetDocuments(MongoDatabase database, OutboxRelay relay) {
        this.sheets = database.getCollection("assessment_sheets", SheetDocument.class)
                .withCodecRegistry(EnrollmentCodecs.registry());
        this.relay = relay;
        sheets.createIndex(Indexes.ascending("uncharged"), new IndexOptions().sparse(true));
        sheets.createIndex(Indexes.ascending("sheet.area", "sheet.month", "_id"));
        relay.watch(sheets);
    }

    @Nullable
    AssessmentSheet find(Payer payer, Month month) {
        SheetDocument found = sheets.find(eq("_id", AssessmentSheet.idOf(payer, month)))
                .projection(ITSELF)
                .first();
        return found == null ? null : found.sheet();
    }

    /** A payer's sheets of some months, those that there are, by month. */
    List<AssessmentSheet> of(Payer payer, Collection<Month> months) {
        return sheets
                .find(in(
                        "_id",
                        months.stream()
                                .map(month -> AssessmentSheet.idOf(payer, month))
                                .toList()))
                .projection(ITSELF)
                .sort(Sorts.ascending("_id"))
                .into(new ArrayList<>())
                .stream()
                .map(SheetDocument::sheet)
                .filter(Objects::nonNull)
                .toList();
    }

    /** Sheets of some areas and a month, by id; {@code after} is the last one seen. */
    List<AssessmentSheet> page(Collection<AreaCode> areas, Month month, @Nullable String after, int limit) {
        List<Bson> filters = new ArrayList<>(List.of(in("sheet.area", areas), eq("sheet.month", month)));
        if (after != null) {
            filters.add(gt("_id", after));
        }
        return sheets
                .find(and(filters))
                .projection(ITSELF)
                .sort(Sorts.ascending("_id"))
                .limit(limit)
                .into(new ArrayList<>())
                .stream()
                .map(SheetDocument::sheet)
                .filter(Objects::nonNull)
                .toList();
    }

    /** Takes a payer's month for somebody alone. @return it as it stands; null while another has it */
    @Nullable
    SheetDocument claim(String id, String by) {
        SheetDocument claimed = tryClaim(id, by);
        if (claimed == null) {
            MissingDocuments.insert(sheets, List.of(new SheetDocument(id, null, null, null)));
            claimed = tryClaim(id, by);
        }
        return claimed;
    }

    private @Nullable SheetDocument tryClaim(String id, String by) {
        return sheets.findOneAndUpdate(
                and(eq("_id", id), or(exists("claim.until", false), lt("claim.until", Instant.now()))),
                set("claim", until(by)),
                new FindOneAndUpdateOptions()
                        .returnDocument(ReturnDocument.AFTER)
                        .projection(ITSELF));
    }

    /** @return false if another has it by now */
    boolean renew(String id, String by) {
        return sheets.updateOne(mine(id, by), set("claim", until(by))).getMatchedCount() == 1;
    }

    void release(String id, String by) {
        sheets.updateOne(mine(id, by), unset("claim"));
    }

    /** The revision stands, and with it the event that tells of it. @return false if another has it by now */
    boolean issue(String by, AssessmentSheet sheet, OutboxEvent event) {
        boolean issued = sheets.updateOne(
                                and(mine(sheet.id(), by), Outbox.hasRoomFor(1)),
                                combine(
                                        set("sheet", sheet),
                                        set("uncharged", true),
                                        unset("claim"),
                                        Outbox.append(event)))
                        .getMatchedCount()
                == 1;
        if (issued) {
            relay.publish(sheets, sheet.id());
        }
        return issued;
    }

    /** Whoever collects has taken note of this revision. */
    void charged(AssessmentSheet sheet) {
        sheets.updateOne(and(eq("_id", sheet.id()), eq("sheet.revision", sheet.revision())), unset("uncharged"));
    }

    /** Sheets of which nobody who collects has taken note yet. */
    List<AssessmentSheet> uncharged(int limit) {
        return sheets.find(eq("uncharged", true)).projection(ITSELF).limit(limit).into(new ArrayList<>()).stream()
                .map(SheetDocument::sheet)
                .filter(Objects::nonNull)
                .toList();
    }

    private static Bson mine(String id, String by) {
        return and(eq("_id", id), eq("claim.by", by));
    }

    private static SheetDocument.Claim until(String by) {
        return new SheetDocument.Claim(by, Instant.now().plus(CLAIM));
    }
}
