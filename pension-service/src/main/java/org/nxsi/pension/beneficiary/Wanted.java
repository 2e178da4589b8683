package org.nxsi.pension.beneficiary;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.WriteModel;
import java.util.List;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.BsonDocumentWriter;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.codecs.EncoderContext;
import org.bson.codecs.configuration.CodecRegistry;
import org.jspecify.annotations.Nullable;
import org.nxsi.pension.beneficiary.BeneficiaryIntake.Effect;
import org.nxsi.pension.beneficiary.BeneficiaryIntake.Entry;
import org.nxsi.pension.beneficiary.BeneficiaryIntake.Taken;

/**
 * An entry as a document, to be compared with what is stored.
 *
 * @param document the beneficiary as the codec writes it
 */
record Wanted(Entry entry, BsonDocument document) {

    /** Which entry wrote the beneficiary last, and how: fields beside the record's own. */
    private static final String TAKEN_FROM = "takenFrom";

    private static final String TAKEN_AS = "takenAs";

    /** What the source does not decide about a beneficiary that is there already. */
    private static final Set<String> NOT_THE_SOURCES = Set.of("_id", "status", "version");

    static Wanted of(Entry entry, CodecRegistry codecs) {
        BsonDocument document = new BsonDocument();
        codecs.get(Beneficiary.class)
                .encode(
                        new BsonDocumentWriter(document),
                        entry.wanted(),
                        EncoderContext.builder().build());
        return new Wanted(entry, document);
    }

    String id() {
        return entry.wanted().id();
    }

    /**
     * Tells what the entry does, and adds the write that does it, if one is needed still.
     *
     * @param known the stored beneficiary, if there is one
     */
    Taken compare(@Nullable BsonDocument known, List<WriteModel<BsonDocument>> writes) {
        if (known == null) {
            BsonDocument newborn = document.clone();
            mark(newborn, Effect.CREATED);
            writes.add(new InsertOneModel<>(newborn));
            return taken(Effect.CREATED, entry.wanted().version());
        }
        long version = known.getInt64("version").getValue();
        if (known.containsKey(TAKEN_FROM)
                && known.getString(TAKEN_FROM).getValue().equals(entry.source())) {
            return taken(Effect.valueOf(known.getString(TAKEN_AS).getValue()), version);
        }
        BsonDocument changed = changed(known);
        if (changed.isEmpty()) {
            return taken(Effect.UNCHANGED, version);
        }
        mark(changed, Effect.UPDATED);
        changed.put("version", new BsonInt64(version + 1));
        writes.add(new UpdateOneModel<>(
                Filters.and(Filters.eq("_id", id()), Filters.eq("version", version)),
                new BsonDocument("$set", changed)));
        return taken(Effect.UPDATED, version + 1);
    }

    private BsonDocument changed(BsonDocument known) {
        BsonDocument changed = new BsonDocument();
        document.forEach((field, value) -> {
            if (!NOT_THE_SOURCES.contains(field) && !value.equals(known.get(field))) {
                changed.put(field, value);
            }
        });
        return changed;
    }

    private void mark(BsonDocument target, Effect effect) {
        target.append(TAKEN_FROM, new BsonString(entry.source())).append(TAKEN_AS, new BsonString(effect.name()));
    }

    private Taken taken(Effect effect, long version) {
        return new Taken(entry.wanted(), effect, version);
    }
}
