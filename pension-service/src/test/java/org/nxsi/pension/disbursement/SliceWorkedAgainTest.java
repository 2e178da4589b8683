package org.nxsi.pension.disbursement;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.regex;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nxsi.pension.payment.Batch;
import org.nxsi.pension.payment.Batches;

/** What a crash cuts off in a calculation is done again, and comes to the same. */
class SliceWorkedAgainTest {

    private static MonthUnderTest pension;
    private static MongoDatabase database;

    @BeforeAll
    static void start() {
        pension = new MonthUnderTest();
        pension.beneficiaries(60);
        database = pension.service.part(MongoDatabase.class);
    }

    @AfterAll
    static void stop() {
        pension.close();
    }

    @Test
    void an_account_that_is_corrected_between_two_attempts_at_a_slice_loses_nobody() {
        MonthUnderTest.Paid month = pension.month("2019-01");
        month.make();
        month.untilStatus(RunStatus.CALCULATED);
        Slice slice = pension.service.part(Slices.class).ofRun(month.run).getFirst();
        // As if the instance had died after it had inserted the instructions, before it made the batches.
        database.getCollection("batches")
                .deleteMany(regex("_id", "^" + slice.id().replace(".", "[.]") + "[.]"));
        database.getCollection("slices")
                .updateOne(eq("_id", slice.id()), combine(set("closed", false), unset("result")));
        calculatingAgain(month);
        database.getCollection("beneficiaries").updateMany(Filters.empty(), Updates.set("account.bank", "403"));

        pension.again(Slices.READY, slice.id());

        month.untilStatus(RunStatus.CALCULATED);
        assertThat(month.report("entitled")).isEqualTo("60");
        assertThat(month.report("entitledAmount")).isEqualTo("60000.60");
        List<Batch> batches = pension.service.part(Batches.class).ofRun(month.run, null, 100);
        assertThat(batches.stream().mapToInt(Batch::count).sum()).isEqualTo(60);
        assertThat(batches.stream()
                        .filter(batch -> batch.bank().equals("403"))
                        .mapToInt(Batch::count)
                        .sum())
                .isEqualTo(10);
    }

    @Test
    void a_run_of_which_not_all_slices_are_open_yet_waits_for_them() {
        MonthUnderTest.Paid month = pension.month("2019-02");
        month.make();
        month.untilStatus(RunStatus.CALCULATED);
        Slice missing = pension.service.part(Slices.class).ofRun(month.run).getLast();
        database.getCollection("slices").deleteOne(eq("_id", missing.id()));
        calculatingAgain(month);

        pension.again(Slices.CLOSED, month.run);

        month.untilStatus(RunStatus.CALCULATED);
        assertThat(month.report("entitled")).isEqualTo("60");
        assertThat(pension.service.part(Slices.class).ofRun(month.run)).hasSize(2);
    }

    private static void calculatingAgain(MonthUnderTest.Paid month) {
        database.getCollection("runs")
                .updateOne(eq("_id", month.run), combine(set("status", "CALCULATING"), unset("control")));
    }
}
