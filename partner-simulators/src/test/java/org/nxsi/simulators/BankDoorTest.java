package org.nxsi.simulators;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nxsi.platform.partner.MessageType;
import org.nxsi.platform.partner.PartnerKeys;
import org.nxsi.platform.partner.Seal;
import org.nxsi.platform.partner.SealedMessage;
import org.nxsi.simulators.faults.WrongSignature;

class BankDoorTest {

    @TempDir
    private static Path folder;

    @TempDir
    private static Path strangersFolder;

    private static Street street;
    private static Bureau bureau;

    @BeforeAll
    static void the_banks_are_open() throws Exception {
        street = Street.open(folder);
        bureau = street.bureau();
        Orders.prepare(bureau, 2, 1_000_00);
    }

    @AfterAll
    static void the_banks_close() throws IOException {
        street.close();
    }

    @Test
    void a_wrong_signature_is_refused_and_nothing_is_booked() throws Exception {
        SealedMessage forged = WrongSignature.on(bureau.sealed(Orders.of("W1", 0, 1)));

        assertProblem(bureau.post("/banks/102/batches", forged.toJson()), 401, "untrusted-message");
        assertThat(bureau.inquire("102", "W1").isNotFound()).isTrue();
    }

    @Test
    void a_strangers_signature_is_refused() throws Exception {
        PartnerKeys.generate(strangersFolder, List.of("bureau", "bank-102"));
        Seal stranger = new Seal(PartnerKeys.load(strangersFolder));
        SealedMessage message = stranger.seal(
                "bank-102",
                MessageType.PAYMENT_ORDER,
                "W2",
                Orders.of("W2", 0, 1).write());

        assertProblem(bureau.post("/banks/102/batches", message.toJson()), 401, "untrusted-message");
    }

    @Test
    void a_message_for_another_bank_is_refused() throws Exception {
        SealedMessage for102 = bureau.sealed(Orders.of("W3", 0, 1));

        assertProblem(bureau.post("/banks/103/batches", for102.toJson()), 401, "untrusted-message");
    }

    @Test
    void an_order_does_not_pass_as_an_inquiry() throws Exception {
        SealedMessage order = bureau.sealed(Orders.of("W4", 0, 1));

        assertProblem(bureau.post("/banks/102/inquiries", order.toJson()), 401, "untrusted-message");
    }

    @Test
    void what_is_no_envelope_is_refused_with_a_problem() throws Exception {
        assertProblem(
                bureau.post("/banks/102/batches", "{}".getBytes(StandardCharsets.UTF_8)), 400, "malformed-message");
        assertProblem(bureau.post("/banks/102/batches", new byte[SealedMessage.MAX_BYTES + 1]), 413, "too-large");
    }

    @Test
    void an_unknown_bank_or_path_or_method_is_refused_with_a_problem() throws Exception {
        assertProblem(bureau.post("/banks/999/batches", new byte[0]), 404, "no-such-bank");
        assertProblem(bureau.post("/nowhere", new byte[0]), 404, "not-found");
        assertProblem(bureau.post("/banks", new byte[0]), 405, "method-not-allowed");
    }

    @Test
    void it_says_when_it_is_ready_and_which_banks_there_are() throws Exception {
        assertThat(bureau.get("/actuator/health").path("status").stringValue()).isEqualTo("UP");
        assertThat(bureau.get("/actuator/health/readiness").path("status").stringValue())
                .isEqualTo("UP");
        assertThat(bureau.get("/banks"))
                .extracting(bank -> bank.path("code").stringValue())
                .containsExactly("102", "103", "104", "105", "313", "403");
        assertThat(bureau.get("/banks")
                        .path(0)
                        .path("payoutAccounts")
                        .path("110")
                        .stringValue())
                .isEqualTo(Orders.PAYOUT);
    }

    private static void assertProblem(HttpResponse<byte[]> response, int status, String code) {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(new String(response.body(), StandardCharsets.UTF_8)).contains("\"code\":\"" + code + "\"");
    }
}
