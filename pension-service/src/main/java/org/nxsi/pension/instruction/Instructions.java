package org.nxsi.pension.instruction;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateManyModel;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.nxsi.pension.beneficiary.BenefitComponents;
import org.nxsi.pension.beneficiary.Scheme;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.store.MissingDocuments;
import org.nxsi.platform.store.Sums;
import org.springframework.stereotype.Component;

/** The instructions in the store. Bulk all the way: one insert and one update per batch, never one per person. */
@Component
public class Instructions {

    /** The last version of the batch's stops that changed it: a field beside the record's own. */
    private static final String STOP_VERSION = "stopVersion";

    private final MongoCollection<Instruction> instructions;

    Instructions(MongoDatabase database) {
        this.instructions = database.getCollection("instructions", Instruction.class);
        instructions.createIndex(Indexes.ascending("batch"));
    }

    /** Inserts those that are not there yet. @return those that stood there before, of this run or another */
    public List<Instruction> insertNew(List<Instruction> wanted) {
        return MissingDocuments.insert(instructions, wanted);
    }

    public List<Instruction> ofBatch(String batch) {
        return instructions.find(eq("batch", batch)).into(new ArrayList<>());
    }

    /** One page of a batch's instructions in the order of their ids. */
    public List<Instruction> ofBatch(String batch, @Nullable String afterId, int limit) {
        Bson filter = afterId == null ? eq("batch", batch) : and(eq("batch", batch), gt("_id", afterId));
        return instructions
                .find(filter)
                .sort(Sorts.ascending("_id"))
                .limit(limit)
                .into(new ArrayList<>());
    }

    public List<Instruction> byIds(Collection<String> ids) {
        return instructions.find(in("_id", ids)).into(new ArrayList<>());
    }

    /**
     * The bank's first final word on a whole batch: those named were returned, all other pending ones are paid.
     * A repetition finds nothing pending and changes nothing.
     */
    public void settle(String batch, String report, LocalDate bookedOn, Map<String, String> returned) {
        List<WriteModel<Instruction>> writes = new ArrayList<>(2 * returned.size() + 1);
        returned.forEach((id, reason) -> writes.addAll(returns(id, report, bookedOn, reason)));
        Bson paid = Updates.combine(
                Updates.set("status", InstructionStatus.PAID),
                Updates.set("settledBy", report),
                Updates.set("bookedOn", bookedOn));
        writes.add(new UpdateManyModel<>(and(eq("batch", batch), eq("status", InstructionStatus.PENDING)), paid));
        instructions.bulkWrite(writes, new BulkWriteOptions().ordered(true));
    }

    /** The bank's word on single lines: a part of a batch, or returns that come after a payment. */
    public void settleLines(String report, LocalDate bookedOn, Collection<String> paid, Map<String, String> returned) {
        List<WriteModel<Instruction>> writes = new ArrayList<>(2 * returned.size() + 1);
        returned.forEach((id, reason) -> writes.addAll(returns(id, report, bookedOn, reason)));
        if (!paid.isEmpty()) {
            writes.add(new UpdateManyModel<>(
                    and(in("_id", paid), eq("status", InstructionStatus.PENDING)),
                    Updates.combine(
                            Updates.set("status", InstructionStatus.PAID),
                            Updates.set("settledBy", report),
                            Updates.set("bookedOn", bookedOn))));
        }
        if (!writes.isEmpty()) {
            instructions.bulkWrite(writes, new BulkWriteOptions().ordered(true));
        }
    }

    /** A payee's instructions in a run; of which months ever. */
    public List<Instruction> ofPayee(String payee, String run) {
        return instructions
                .find(and(gte("_id", payee + "|"), lt("_id", payee + "}"), eq("run", run)))
                .into(new ArrayList<>());
    }

    /**
     * Withholds some, and frees others again, as of a version of their batch's stops. A write that comes late changes
     * nothing: each instruction keeps the version that it was changed by.
     */
    public void hold(Collection<String> withheld, Collection<String> freed, int stopVersion) {
        List<WriteModel<Instruction>> writes = new ArrayList<>();
        if (!withheld.isEmpty()) {
            writes.add(held(withheld, InstructionStatus.WITHHELD, stopVersion));
        }
        if (!freed.isEmpty()) {
            writes.add(held(freed, InstructionStatus.PENDING, stopVersion));
        }
        if (!writes.isEmpty()) {
            instructions.bulkWrite(writes, new BulkWriteOptions().ordered(true));
        }
    }

    private static UpdateManyModel<Instruction> held(Collection<String> ids, InstructionStatus to, int stopVersion) {
        return new UpdateManyModel<>(
                and(
                        in("_id", ids),
                        in("status", InstructionStatus.PENDING, InstructionStatus.WITHHELD),
                        or(exists(STOP_VERSION, false), lt(STOP_VERSION, stopVersion))),
                Updates.combine(Updates.set("status", to), Updates.set(STOP_VERSION, stopVersion)));
    }

    /** Those of a batch whose return came with one of the reports. */
    public List<Instruction> returnsOf(String batch, Collection<String> reports) {
        return instructions
                .find(and(eq("batch", batch), in("returnedBy", reports)))
                .into(new ArrayList<>());
    }

    /** Sums over the stored instructions of a batch, taken in one pass. */
    public List<Word> wordsOfBatch(String batch) {
        return instructions
                .withDocumentClass(Document.class)
                .aggregate(List.of(
                        Aggregates.match(eq("batch", batch)),
                        Aggregates.group(
                                new Document("scheme", "$scheme")
                                        .append("status", "$status")
                                        .append("settledBy", "$settledBy")
                                        .append("returnedBy", "$returnedBy"),
                                Accumulators.sum("count", 1L),
                                Accumulators.sum("basic", "$parts.basic"),
                                Accumulators.sum("personalAccount", "$parts.personalAccount"),
                                Accumulators.sum("transitional", "$parts.transitional"),
                                Accumulators.sum("subsidy", "$parts.subsidy"))))
                .map(Instructions::word)
                .into(new ArrayList<>());
    }

    private static Word word(Document group) {
        Document key = group.get("_id", Document.class);
        return new Word(
                Scheme.valueOf(key.getString("scheme")),
                InstructionStatus.valueOf(key.getString("status")),
                key.getString("settledBy"),
                key.getString("returnedBy"),
                totals(group));
    }

    private static Totals totals(Document group) {
        return new Totals(
                Sums.number(group, "count"),
                new BenefitComponents(
                        Fen.of(Sums.number(group, "basic")),
                        Fen.of(Sums.number(group, "personalAccount")),
                        Fen.of(Sums.number(group, "transitional")),
                        Fen.of(Sums.number(group, "subsidy"))));
    }

    /** At most one of the two finds its state. */
    private static List<UpdateOneModel<Instruction>> returns(String id, String report, LocalDate on, String reason) {
        return List.of(firstReturn(id, report, on, reason), lateReturn(id, report, on, reason));
    }

    private static UpdateOneModel<Instruction> firstReturn(String id, String report, LocalDate on, String reason) {
        return new UpdateOneModel<>(
                and(eq("_id", id), eq("status", InstructionStatus.PENDING)),
                Updates.combine(
                        Updates.set("status", InstructionStatus.RETURNED),
                        Updates.set("settledBy", report),
                        Updates.set("returnedBy", report),
                        Updates.set("returnReason", reason),
                        Updates.set("bookedOn", on)));
    }

    private static UpdateOneModel<Instruction> lateReturn(String id, String report, LocalDate on, String reason) {
        return new UpdateOneModel<>(
                and(eq("_id", id), eq("status", InstructionStatus.PAID)),
                Updates.combine(
                        Updates.set("status", InstructionStatus.RETURNED),
                        Updates.set("returnedBy", report),
                        Updates.set("returnReason", reason),
                        Updates.set("bookedOn", on)));
    }
}
