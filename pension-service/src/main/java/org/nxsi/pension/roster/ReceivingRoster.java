package org.nxsi.pension.roster;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nxsi.pension.beneficiary.BeneficiaryGate;
import org.nxsi.pension.partner.PartnerBank;
import org.nxsi.pension.partner.PartnerBanks;
import org.nxsi.pension.roster.RosterImport.State;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.web.Problem;
import org.nxsi.platform.web.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Takes a roster in: all of it, or nothing. */
@Component
class ReceivingRoster {

    private static final Logger log = LoggerFactory.getLogger(ReceivingRoster.class);

    private static final int MOST_REMEMBERED = 1_000;

    private final RosterImports imports;
    private final Chunks chunks;
    private final Progress progress;
    private final BeneficiaryGate gate;
    private final PartnerBanks banks;
    private final RosterSettings settings;
    /** Attempts that ended while the store could not be told. */
    private final Set<String> ended = ConcurrentHashMap.newKeySet();

    ReceivingRoster(
            RosterImports imports,
            Chunks chunks,
            Progress progress,
            BeneficiaryGate gate,
            PartnerBanks banks,
            RosterSettings settings) {
        this.imports = imports;
        this.chunks = chunks;
        this.progress = progress;
        this.gate = gate;
        this.banks = banks;
        this.settings = settings;
    }

    /**
     * What became of the command.
     *
     * @param replayed the same file came before under the same key, and nothing was done again
     */
    record Taken(String roster, RosterImport.Received received, boolean replayed) {}

    /**
     * Reads a roster to its end.
     *
     * @param roster id of the import, the same whenever the command is repeated
     * @param agency whose persons it may name
     * @param by who imports it
     * @throws ProblemException 400 {@code roster-header} or {@code roster-encoding}, 409 {@code command-in-flight} or
     *     {@code roster-in-progress} or {@code run-calculating}, 413 {@code roster-too-large}, 422 {@code idempotency-key-reused}
     * @throws IOException if the upload breaks off
     */
    Taken receive(String roster, AreaCode agency, String by, InputStream file) throws IOException {
        RowReader reader = new RowReader(
                file, settings.maxSize().toBytes(), (int) settings.maxRow().toBytes());
        String attempt = UUID.randomUUID().toString();
        RosterImport.@Nullable Received earlier = begin(roster, attempt, agency, by);
        if (earlier != null) {
            return repeated(roster, earlier, reader);
        }
        try (UploadPulse pulse = new UploadPulse(imports, roster, attempt, settings)) {
            refuseBesideAnother(roster);
            refuseBesideRun(roster);
            return new Taken(roster, read(roster, attempt, agency, reader, pulse), false);
        } catch (IOException | RuntimeException refused) {
            giveUp(roster, attempt);
            throw refused;
        }
    }

    /** @return what was received under this id before; null if this upload is the one to do it */
    private RosterImport.@Nullable Received begin(String roster, String attempt, AreaCode agency, String by) {
        if (imports.insert(roster, attempt, agency.code(), by)) {
            return null;
        }
        RosterImport earlier = imports.byId(roster);
        if (earlier != null && earlier.received() != null) {
            return earlier.received();
        }
        boolean abandoned = earlier != null
                && (earlier.state() == State.FAILED || isOver(earlier))
                && imports.takeOver(earlier, attempt);
        if (!abandoned) {
            throw Problem.conflict("command-in-flight", "the same roster is being received; ask again soon")
                    .exception();
        }
        chunks.remove(roster);
        return null;
    }

    /** Rosters are applied one after the other: of two at once nobody could say which has the last word. */
    private void refuseBesideAnother(String roster) {
        for (RosterImport other : imports.underWay(roster)) {
            if (!isOver(other) && progress.of(other).state() != State.DONE) {
                throw Problem.conflict("roster-in-progress", "another roster is being imported; wait until it is done")
                        .with("roster", other.id())
                        .exception();
            }
        }
    }

    /** Who reads the beneficiaries must find as many as were counted. */
    private void refuseBesideRun(String roster) {
        String run = gate.letIn(roster);
        if (run != null) {
            throw Problem.conflict("run-calculating", "run " + run + " is being calculated; import when that is done")
                    .with("run", run)
                    .exception();
        }
    }

    private RosterImport.Received read(
            String roster, String attempt, AreaCode agency, RowReader reader, UploadPulse pulse) throws IOException {
        RosterHeader header = RosterHeader.of(firstRow(reader));
        RowCheck check = new RowCheck(
                agency,
                banks.all().stream().map(PartnerBank::code).collect(Collectors.toUnmodifiableSet()),
                settings.maxComponent());
        RosterRows rows =
                new RosterRows(reader, header, check, (int) settings.maxRow().toBytes());
        Upload upload = new Upload(imports, chunks, roster, attempt, settings.chunkRows(), pulse);
        for (@Nullable CheckedRow row = rows.next(); row != null; row = rows.next()) {
            upload.add(row);
        }
        return upload.complete(header.encoding(), reader);
    }

    /** The header; null if the file is empty. A row that is too long is no header whatever it begins with. */
    private static byte @Nullable [] firstRow(RowReader reader) throws IOException {
        if (!reader.next()) {
            return null;
        }
        return reader.isTooLong() ? new byte[0] : reader.copy();
    }

    private static Taken repeated(String roster, RosterImport.Received earlier, RowReader reader) throws IOException {
        reader.skipRest();
        if (!reader.digest().equals(earlier.sha256())) {
            throw Problem.of(422, "idempotency-key-reused", "this key came before with another roster")
                    .at("Idempotency-Key")
                    .exception();
        }
        return new Taken(roster, earlier, true);
    }

    private boolean isOver(RosterImport upload) {
        return progress.isSilent(upload) || (upload.state() == State.RECEIVING && ended.contains(upload.attempt()));
    }

    /**
     * Best effort: what cannot be removed now is removed by the sweep. Nothing is, if all of the file had been received and
     * only the store's word for it was lost.
     */
    private void giveUp(String roster, String attempt) {
        try {
            if (imports.failed(roster, attempt)) {
                chunks.remove(roster);
            }
        } catch (RuntimeException later) {
            if (ended.size() < MOST_REMEMBERED) {
                ended.add(attempt);
            }
            log.warn("what the refused roster {} left waits for the sweep: {}", roster, later.toString());
        }
    }
}
