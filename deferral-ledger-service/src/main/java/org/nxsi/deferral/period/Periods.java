package org.nxsi.deferral.period;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Projections;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.codecs.configuration.CodecRegistries;
import org.bson.conversions.Bson;
import org.nxsi.platform.events.Outbox;
import org.nxsi.platform.events.OutboxEvent;
import org.nxsi.platform.events.OutboxRelay;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.store.Codecs;
import org.nxsi.platform.store.ValueCodec;
import org.springframework.stereotype.Repository;

/** The emergency periods as this service, which decides about them, has them: always what the store says now. */
@Repository
public class Periods {

    private final MongoCollection<Register> registers;
    private final OutboxRelay relay;

    Periods(MongoDatabase database, OutboxRelay relay) {
        this.registers = database.getCollection("emergency_register", Register.class)
                .withCodecRegistry(CodecRegistries.fromRegistries(
                        CodecRegistries.fromCodecs(new ValueCodec<>(AreaCode.class, AreaCode::code, AreaCode::parse)),
                        Codecs.registry()));
        this.relay = relay;
        relay.watch(registers);
    }

    /** The whole register, read once: for whoever asks about many areas or days at a time. */
    public Register now() {
        Register register = registers
                .find(eq("_id", Register.ID))
                .projection(Projections.include("version", "periods"))
                .first();
        return register == null ? Register.empty() : register;
    }

    /** The period in force for an area on a day: its own, or that of the nearest area above. */
    public Optional<Period> inForce(AreaCode area, LocalDate on) {
        return now().inForce(area, on);
    }

    public Optional<Period> byId(String id) {
        return now().byId(id);
    }

    /**
     * Puts a register in the place of the one before it, with the events of the change.
     *
     * @return false if somebody else has changed it meanwhile, or too many events wait to leave: decide anew
     */
    boolean replace(Register before, Register next, List<OutboxEvent> events) {
        if (before.version() == 0) {
            addEmpty();
        }
        List<Bson> filters = new ArrayList<>(List.of(eq("_id", Register.ID), eq("version", before.version())));
        List<Bson> changes = new ArrayList<>(List.of(set("version", next.version()), set("periods", next.periods())));
        if (!events.isEmpty()) {
            filters.add(Outbox.hasRoomFor(events.size()));
            changes.add(Outbox.append(events));
        }
        boolean replaced = registers.updateOne(and(filters), combine(changes)).getMatchedCount() == 1;
        if (replaced && !events.isEmpty()) {
            relay.publish(registers, Register.ID);
        }
        return replaced;
    }

    private void addEmpty() {
        try {
            registers.insertOne(Register.empty());
        } catch (MongoWriteException exists) {
            if (exists.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw exists;
            }
        }
    }
}
