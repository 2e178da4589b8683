package org.nxsi.pension.roster;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.nxsi.local.testing.Eventually;
import org.nxsi.pension.PensionUnderTest;
import org.nxsi.pension.beneficiary.Beneficiaries;
import org.nxsi.pension.beneficiary.Beneficiary;
import org.nxsi.pension.beneficiary.BeneficiaryIntake;
import org.nxsi.pension.beneficiary.BeneficiaryIntake.Effect;
import org.nxsi.pension.beneficiary.BeneficiaryStatus;
import org.nxsi.platform.events.ReceivedEvent;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.money.Fen;
import tools.jackson.databind.node.JsonNodeFactory;

class ApplyingChunkTest {

    private final Chunks chunks = PensionUnderTest.service().part(Chunks.class);
    private final ApplyingChunk applying = PensionUnderTest.service().part(ApplyingChunk.class);
    private final BeneficiaryIntake intake = PensionUnderTest.service().part(BeneficiaryIntake.class);
    private final Beneficiaries beneficiaries = PensionUnderTest.service().part(Beneficiaries.class);

    @Test
    void a_chunk_worked_again_after_a_crash_counts_the_same() {
        String number = RosterFile.newNumber();
        Chunk chunk = stored("crashed", List.of(RosterFile.row(number), RosterFile.row(RosterFile.newNumber())));
        intake.take(List.of(new BeneficiaryIntake.Entry("crashed|2", beneficiary(number))));

        applying.handle(work(chunk));

        Chunk applied = chunk(chunk.id());
        assertThat(applied.done()).isTrue();
        assertThat(applied.created()).isEqualTo(2);
        assertThat(applied.unchanged()).isZero();
        assertThat(chunks.rowsOf(chunk.id())).isNull();
    }

    @Test
    void a_chunk_that_is_done_is_left_alone() {
        Chunk chunk = stored("done", List.of(RosterFile.row(RosterFile.newNumber())));
        applying.handle(work(chunk));

        applying.handle(work(chunk));

        assertThat(chunk(chunk.id()).created()).isEqualTo(1);
    }

    @Test
    void what_changed_a_beneficiary_since_is_not_undone_by_a_repetition() {
        String number = RosterFile.newNumber();
        var first = List.of(new BeneficiaryIntake.Entry("early|2", beneficiary(number)));
        intake.take(first);
        beneficiaries
                .collection()
                .updateOne(
                        Filters.eq("_id", beneficiary(number).id()),
                        Updates.combine(Updates.set("account.bank", "104"), Updates.inc("version", 1L)));

        assertThat(intake.take(first)).singleElement().satisfies(taken -> {
            assertThat(taken.effect()).isEqualTo(Effect.CREATED);
            assertThat(taken.version()).isEqualTo(2);
        });
        assertThat(stored(number).account().bank()).isEqualTo("104");
    }

    @Test
    void a_roster_does_not_lift_a_suspension() {
        String number = RosterFile.newNumber();
        intake.take(List.of(new BeneficiaryIntake.Entry("before|2", beneficiary(number))));
        beneficiaries
                .collection()
                .updateOne(
                        Filters.eq("_id", beneficiary(number).id()),
                        Updates.set("status", BeneficiaryStatus.SUSPENDED));

        assertThat(intake.take(List.of(new BeneficiaryIntake.Entry("after|2", beneficiary(number)))))
                .singleElement()
                .satisfies(taken -> assertThat(taken.effect()).isEqualTo(Effect.UNCHANGED));
        assertThat(stored(number).status()).isEqualTo(BeneficiaryStatus.SUSPENDED);
    }

    @Test
    void releasing_a_complete_file_again_sends_nothing_twice() {
        stored("released", List.of(RosterFile.row(RosterFile.newNumber())));
        chunks.release("released", 1);
        chunks.release("released", 1);

        Eventually.that("the chunk is done", () -> chunk("released|000000").done());
        assertThat(chunks.totals("released").created()).isEqualTo(1);
    }

    private Chunk stored(String roster, List<String> rows) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < rows.size(); i++) {
            good(i + 2, rows.get(i)).writeTo(lines);
        }
        Chunk chunk = Chunk.received(roster, 0, rows.size(), 0, List.of());
        chunks.store(List.of(chunk), List.of(RowsOfChunk.of(chunk.id(), lines)));
        return chunk;
    }

    private Chunk chunk(String id) {
        return Objects.requireNonNull(chunks.byId(id));
    }

    private Beneficiary stored(String number) {
        return Objects.requireNonNull(beneficiaries.byId(beneficiary(number).id()));
    }

    private static RosterRow good(int number, String row) {
        RowCheck check = new RowCheck(AreaCode.NINGXIA, Set.of("102"), Fen.ofYuan("100000.00"));
        return ((CheckedRow.Good) check.check(number, Objects.requireNonNull(CsvCells.split(row)))).row();
    }

    private static ReceivedEvent work(Chunk chunk) {
        return new ReceivedEvent(
                "event", chunk.id(), Chunks.READY, chunk.id(), 1, Instant.now(), JsonNodeFactory.instance.objectNode());
    }

    /** As {@link RosterFile#row} has it. */
    private static Beneficiary beneficiary(String number) {
        RosterRow row = good(2, RosterFile.row(number));
        String payee = PensionUnderTest.payee(number);
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
}
