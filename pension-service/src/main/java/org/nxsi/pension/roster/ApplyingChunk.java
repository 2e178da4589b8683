package org.nxsi.pension.roster;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.nxsi.pension.Topics;
import org.nxsi.pension.WorkHandler;
import org.nxsi.pension.beneficiary.Beneficiary;
import org.nxsi.pension.beneficiary.BeneficiaryIntake;
import org.nxsi.pension.beneficiary.BeneficiaryIntake.Effect;
import org.nxsi.pension.beneficiary.BeneficiaryIntake.Taken;
import org.nxsi.pension.beneficiary.BeneficiaryStatus;
import org.nxsi.pension.emergency.TellingTheLedger;
import org.nxsi.platform.events.OutboxEvent;
import org.nxsi.platform.events.PoisonousEvent;
import org.nxsi.platform.events.ReceivedEvent;
import org.nxsi.platform.identity.PersonId;
import org.nxsi.platform.identity.SocialNumber;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Applies one chunk: the beneficiaries first, then the chunk with its figures and its facts in one write. Worked twice,
 * after a crash in between or by two instances at once, it finds what the first did and counts the same.
 */
@Component
class ApplyingChunk implements WorkHandler {

    private final Chunks chunks;
    private final RosterImports imports;
    private final BeneficiaryIntake intake;
    private final TellingTheLedger ledger;
    private final JsonMapper json;
    private final String personIdKey;

    ApplyingChunk(
            Chunks chunks,
            RosterImports imports,
            BeneficiaryIntake intake,
            TellingTheLedger ledger,
            JsonMapper json,
            @Value("${nxsi.person-id-key}") String personIdKey) {
        if (personIdKey.isBlank()) {
            throw new IllegalArgumentException("nxsi.person-id-key is not set: nobody could be named");
        }
        this.chunks = chunks;
        this.imports = imports;
        this.intake = intake;
        this.ledger = ledger;
        this.json = json;
        this.personIdKey = personIdKey;
    }

    @Override
    public String type() {
        return Chunks.READY;
    }

    @Override
    public void handle(ReceivedEvent work) {
        Chunk chunk = chunks.byId(work.subject());
        if (chunk == null) {
            throw new PoisonousEvent("no chunk " + work.subject());
        }
        if (chunk.done()) {
            return;
        }
        RowsOfChunk rows = chunks.rowsOf(chunk.id());
        if (rows == null) {
            throw new PoisonousEvent("chunk " + chunk.id() + " is not done, but its rows are gone");
        }
        List<Taken> taken = intake.take(rows.rows().stream()
                .map(row -> new BeneficiaryIntake.Entry(chunk.roster() + "|" + row.row(), beneficiary(row)))
                .toList());
        chunks.close(
                chunk.applied(
                        count(taken, Effect.CREATED), count(taken, Effect.UPDATED), count(taken, Effect.UNCHANGED)),
                facts(chunk, taken));
    }

    private Beneficiary beneficiary(RosterRow row) {
        String payee =
                PersonId.of(personIdKey, SocialNumber.parse(row.number())).value();
        return new Beneficiary(
                Beneficiary.idOf(payee, row.scheme()),
                payee,
                row.number(),
                row.name(),
                row.area(),
                row.scheme(),
                row.entitledFrom(),
                row.components(),
                row.account(),
                row.certifiedUntil(),
                BeneficiaryStatus.ACTIVE,
                1);
    }

    private static int count(List<Taken> taken, Effect effect) {
        return (int) taken.stream().filter(each -> each.effect() == effect).count();
    }

    private List<OutboxEvent> facts(Chunk chunk, List<Taken> taken) {
        List<OutboxEvent> facts = new ArrayList<>(persons(chunk, taken));
        if (imports.hasDoneOtherThan(chunk.roster())) {
            facts.addAll(ledger.claimsPutOff(
                    chunk.id(),
                    taken.stream()
                            .filter(each -> each.effect() == Effect.CREATED)
                            .map(Taken::wanted)
                            .toList()));
        }
        facts.addAll(ledger.certificationsMadeUp(
                chunk.id(), taken.stream().map(Taken::wanted).toList()));
        return facts;
    }

    private List<OutboxEvent> persons(Chunk chunk, List<Taken> taken) {
        RosterPersons persons = RosterPersons.of(chunk.roster(), taken);
        if (persons.persons().isEmpty()) {
            return List.of();
        }
        return List.of(new OutboxEvent(
                RosterPersons.TYPE + "/" + chunk.id(),
                Topics.EVENTS,
                chunk.id(),
                RosterPersons.TYPE,
                chunk.id(),
                1,
                Instant.now(),
                json.writeValueAsString(persons)));
    }
}
