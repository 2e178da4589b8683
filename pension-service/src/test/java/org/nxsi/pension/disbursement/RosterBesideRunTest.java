package org.nxsi.pension.disbursement;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nxsi.local.testing.Answer;
import org.nxsi.local.testing.Eventually;
import org.nxsi.pension.beneficiary.BeneficiaryGate;
import org.nxsi.pension.roster.RosterFile;
import org.nxsi.platform.web.Role;

/** A run finds the beneficiaries that were counted: nobody imports a roster meanwhile. */
class RosterBesideRunTest {

    private static MonthUnderTest pension;

    @BeforeAll
    static void start() {
        pension = new MonthUnderTest();
        pension.beneficiaries(40);
    }

    @AfterAll
    static void stop() {
        pension.close();
    }

    @Test
    void no_run_is_made_while_a_roster_comes_in_and_one_that_was_made_waits_for_it() throws Exception {
        byte[] file = RosterFile.utf8().persons(300).bytes();
        MonthUnderTest.Paid refused = pension.month("2019-01");
        MonthUnderTest.Paid waiting = pension.month("2019-02");
        try (PipedOutputStream sending = new PipedOutputStream()) {
            PipedInputStream body = new PipedInputStream(sending, file.length);
            CompletableFuture<Answer> upload =
                    CompletableFuture.supplyAsync(() -> upload(BodyPublishers.ofInputStream(() -> body)));
            sending.write(file, 0, file.length / 2);
            sending.flush();
            Eventually.that("the roster is coming in", () -> gate().changing() != null);
            Answer made = refused.make();
            assertThat(made.status()).isEqualTo(409);
            assertThat(made.text("code")).isEqualTo("roster-in-progress");
            // The race: the run was looked at before the roster began, and is stored after.
            pension.service
                    .part(Runs.class)
                    .add(Run.cut(
                            org.nxsi.platform.money.Month.parse(waiting.month),
                            java.time.LocalDate.of(2020, 3, 10),
                            1,
                            40,
                            "clerk"));
            sending.write(file, file.length / 2, file.length - file.length / 2);
            sending.close();
            assertThat(upload.get().status()).isEqualTo(202);
        }
        waiting.untilStatus(RunStatus.CALCULATED);
        assertThat(waiting.read("beneficiaries")).isEqualTo("340");
        assertThat(refused.make().status()).isEqualTo(202);
        refused.untilStatus(RunStatus.CALCULATED);
    }

    @Test
    void no_roster_is_taken_while_a_run_is_being_calculated() {
        MonthUnderTest.Paid month = pension.month("2019-03");
        MongoDatabase database = pension.service.part(MongoDatabase.class);
        MongoCollection<Document> runs = database.getCollection("runs");
        // A run of one slice that nobody works on.
        database.getCollection("slices")
                .insertOne(new Document("_id", month.run + ".0000")
                        .append("run", month.run)
                        .append("fromId", "")
                        .append("closed", false));
        Eventually.that("the roster is over", () -> gate().changing() == null);
        runs.insertOne(new Document("_id", month.run)
                .append("month", month.month)
                .append("kind", "REGULAR")
                .append("status", "CALCULATING")
                .append("cutOff", "2020-03-10")
                .append("slices", 1)
                .append("beneficiaries", 40L)
                .append("funds", List.of())
                .append("maker", "clerk")
                .append("createdAt", new java.util.Date()));
        assertThat(gate().letRead(month.run)).isNull();
        Answer refused =
                upload(BodyPublishers.ofByteArray(RosterFile.utf8().persons(3).bytes()));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("code")).isEqualTo("run-calculating");
        assertThat(refused.text("run")).isEqualTo(month.run);
        runs.updateOne(Filters.eq("_id", month.run), Updates.set("status", "CALCULATED"));
        assertThat(upload(BodyPublishers.ofByteArray(
                                RosterFile.utf8().persons(3).bytes()))
                        .status())
                .isEqualTo(202);
        Eventually.that("the roster is applied", () -> gate().changing() == null);
    }

    private static BeneficiaryGate gate() {
        return pension.service.part(BeneficiaryGate.class);
    }

    private static Answer upload(BodyPublisher file) {
        return pension.service.send(pension.service
                .request("/admin/v1/rosters", pension.token(Role.CLERK))
                .header("Content-Type", "text/csv")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(file));
    }
}
