package org.nxsi.pension.roster;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoTimeoutException;
import com.mongodb.client.MongoDatabase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.nxsi.local.testing.Answer;
import org.nxsi.local.testing.Eventually;
import org.nxsi.local.testing.ServiceUnderTest;
import org.nxsi.pension.PensionUnderTest;
import org.nxsi.pension.beneficiary.BeneficiaryGate;
import org.nxsi.pension.partner.PartnerBanks;
import org.nxsi.pension.roster.RosterImport.State;
import org.nxsi.platform.events.OutboxRelay;
import org.nxsi.platform.identity.AreaCode;
import org.springframework.util.unit.DataSize;

class BrokenUploadTest {

    private static final String LIMIT = "60KB";

    private final ServiceUnderTest service = PensionUnderTest.service();
    private final MongoDatabase database = service.part(MongoDatabase.class);
    private final RosterImports imports = service.part(RosterImports.class);
    private final Chunks chunks = service.part(Chunks.class);
    private final OutboxRelay relay = service.part(OutboxRelay.class);
    private final RosterSettings settings = service.part(RosterSettings.class);

    @Test
    void a_file_over_the_limit_leaves_nothing_behind() {
        ServiceUnderTest small = PensionUnderTest.another("nxsi.pension.roster.max-size=" + LIMIT);
        byte[] file = RosterFile.utf8().persons(600).bytes();
        assertThat(file.length).isGreaterThan(60 * 1024);

        Answer answer = small.send(small.request("/admin/v1/rosters", PensionUnderTest.clerk())
                .header("Content-Type", "text/csv")
                .header("Idempotency-Key", PensionUnderTest.freshKey())
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(file))));

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.text("code")).isEqualTo("roster-too-large");
        assertThatNothingIsLeft();
    }

    @Test
    void a_file_that_says_it_is_over_the_limit_is_not_even_read() throws IOException {
        String answer = raw("Content-Length: " + (513L << 20), "", true);

        assertThat(answer).startsWith("HTTP/1.1 413").contains("roster-too-large");
        assertThatNothingIsLeft();
    }

    @Test
    void an_upload_that_breaks_off_leaves_nothing_behind() throws IOException {
        long before = failed();
        String half = new String(RosterFile.utf8().persons(900).bytes(), StandardCharsets.UTF_8);

        raw("Content-Length: " + (half.getBytes(StandardCharsets.UTF_8).length + 1000), half, false);

        Eventually.that("the upload is given up", () -> failed() > before);
        Eventually.that("nothing is left", () -> leftovers() == 0);
    }

    @Test
    void an_upload_that_fell_silent_is_swept_away_and_its_command_may_come_again() {
        RosterSettings impatient = new RosterSettings(
                DataSize.ofMegabytes(1),
                DataSize.ofKilobytes(4),
                100,
                "1.00",
                Duration.ofSeconds(-1),
                Duration.ofMinutes(2));
        RosterImports hasty = new RosterImports(database, service.part(OutboxRelay.class), impatient);
        hasty.insert("silent", "first", "640000", "clerk");
        chunks.store(
                List.of(Chunk.received("silent", 0, 1, 0, List.of())), List.of(RowsOfChunk.of("silent|000000", "")));

        service.part(AbandonedUploads.class).sweep();

        RosterImport swept = Objects.requireNonNull(imports.byId("silent"));
        assertThat(swept.state()).isEqualTo(State.FAILED);
        assertThat(chunks.byId("silent|000000")).isNull();
        assertThat(chunks.rowsOf("silent|000000")).isNull();
        assertThat(imports.renew("silent", "first")).isFalse();
        assertThat(imports.takeOver(swept, "second")).isTrue();
        assertThat(imports.renew("silent", "second")).isTrue();
        imports.failed("silent", "second");
    }

    @Test
    void who_sends_a_roster_again_after_a_crash_waits_for_half_a_minute_at_most() {
        assertThat(settings.uploadLease()).isLessThanOrEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void an_upload_that_is_slower_than_its_lease_keeps_it_while_its_process_lives() throws IOException {
        Duration lease = Duration.ofMillis(400);
        RosterSettings hasty = new RosterSettings(
                settings.maxSize(),
                settings.maxRow(),
                settings.chunkRows(),
                settings.maxComponentYuan(),
                lease,
                Duration.ofMinutes(2));
        Instant begun = Instant.now();
        InputStream slow = new ByteArrayInputStream(RosterFile.utf8().persons(3).bytes()) {
            @Override
            public int read(byte[] into, int from, int length) {
                Eventually.that(
                        "it is later than the lease", () -> Instant.now().isAfter(begun.plus(lease.multipliedBy(3))));
                imports.giveUpSilent();
                return super.read(into, from, length);
            }
        };

        assertThat(receiving(new RosterImports(database, relay, hasty), hasty)
                        .receive("slow", AreaCode.NINGXIA, "clerk", slow)
                        .received()
                        .rows())
                .isEqualTo(3);
    }

    @Test
    void two_rosters_are_not_imported_at_once() {
        imports.insert("other", "attempt", "640000", "clerk");
        try {
            Answer refused = Imports.send(RosterFile.utf8().persons(1).bytes());

            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.text("code")).isEqualTo("roster-in-progress");
            assertThat(refused.text("roster")).isEqualTo("other");
            assertThatNothingIsLeft();
        } finally {
            imports.failed("other", "attempt");
        }
    }

    @Test
    void a_command_in_flight_is_not_begun_again() {
        String id = "in-flight";
        imports.insert(id, "attempt", "640000", "clerk");
        try {
            ReceivingRoster receiving = service.part(ReceivingRoster.class);
            InputStream file = new ByteArrayInputStream(RosterFile.utf8().bytes());
            assertThatThrownBy(() -> receiving.receive(id, AreaCode.NINGXIA, "clerk", file))
                    .hasMessageContaining("command-in-flight");
        } finally {
            imports.failed(id, "attempt");
        }
    }

    @Test
    void an_upload_that_failed_while_the_store_was_away_may_come_again_at_once() throws IOException {
        String id = "failed-unnoticed";
        ReceivingRoster receiving = receiving(new RosterImports(database, relay, settings) {
            @Override
            boolean failed(String roster, String attempt) {
                throw new MongoTimeoutException("away");
            }
        });
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("broken off");
            }
        };
        assertThatThrownBy(() -> receiving.receive(id, AreaCode.NINGXIA, "clerk", broken))
                .hasMessage("broken off");

        byte[] file = RosterFile.utf8().persons(3).bytes();
        assertThat(receiving
                        .receive(id, AreaCode.NINGXIA, "clerk", new ByteArrayInputStream(file))
                        .replayed())
                .isFalse();
        Eventually.that(
                "the roster is applied",
                () -> Imports.state("/admin/v1/rosters/" + id)
                        .path("state")
                        .asString()
                        .equals("DONE"));
    }

    @Test
    void a_file_that_was_received_keeps_its_chunks_although_the_stores_word_for_it_was_lost() throws IOException {
        String id = "received-unnoticed";
        ReceivingRoster receiving = receiving(new RosterImports(database, relay, settings) {
            @Override
            boolean received(String roster, String attempt, RosterImport.Received received) {
                super.received(roster, attempt, received);
                throw new MongoTimeoutException("away");
            }
        });
        byte[] file = RosterFile.utf8().persons(3).bytes();
        assertThatThrownBy(() -> receiving.receive(id, AreaCode.NINGXIA, "clerk", new ByteArrayInputStream(file)))
                .hasMessageContaining("away");

        assertThat(receiving
                        .receive(id, AreaCode.NINGXIA, "clerk", new ByteArrayInputStream(file))
                        .replayed())
                .isTrue();
        Eventually.that(
                "the roster is applied",
                () -> Imports.state("/admin/v1/rosters/" + id)
                        .path("state")
                        .asString()
                        .equals("DONE"));
    }

    private ReceivingRoster receiving(RosterImports own) {
        return receiving(own, settings);
    }

    private ReceivingRoster receiving(RosterImports own, RosterSettings settings) {
        return new ReceivingRoster(
                own,
                chunks,
                new Progress(own, chunks),
                service.part(BeneficiaryGate.class),
                service.part(PartnerBanks.class),
                settings);
    }

    private void assertThatNothingIsLeft() {
        assertThat(leftovers()).isZero();
    }

    /** Chunks that are no part of a complete import. */
    private long leftovers() {
        long open =
                database.getCollection("roster_chunks").countDocuments(and(eq("released", false), eq("done", false)));
        return open + database.getCollection("roster_rows").countDocuments();
    }

    private long failed() {
        return database.getCollection("roster_imports").countDocuments(eq("state", "FAILED"));
    }

    /** Sends what no well-behaved client would. @return the answer, if it is waited for */
    private static String raw(String lengthHeader, String body, boolean wait) throws IOException {
        URI uri = URI.create(PensionUnderTest.service().uri());
        try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
            socket.setSoTimeout(20_000);
            String head = "POST /admin/v1/rosters HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: text/csv\r\n"
                    + "Idempotency-Key: " + PensionUnderTest.freshKey() + "\r\nAuthorization: Bearer "
                    + PensionUnderTest.clerk() + "\r\n" + lengthHeader + "\r\n\r\n";
            socket.getOutputStream().write((head + body).getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            return wait ? read(socket.getInputStream()) : "";
        }
    }

    private static String read(InputStream in) throws IOException {
        StringBuilder answer = new StringBuilder();
        byte[] some = new byte[4096];
        for (int read = in.read(some); read > 0; read = in.read(some)) {
            answer.append(new String(some, 0, read, StandardCharsets.UTF_8));
            if (answer.indexOf("}") > 0) {
                break;
            }
        }
        return answer.toString();
    }
}
