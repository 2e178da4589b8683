package org.nxsi.platform.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nxsi.platform.partner.UntrustedMessage.Reason;

class SealTest {

    private static final byte[] CONTENT = "发放 ¥1234.50 𠮷".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private static Path folder;

    private static Seal bureau;
    private static Seal bank;
    private static Seal otherBank;

    @BeforeAll
    static void everybody_has_keys() throws IOException {
        PartnerKeys.generate(folder, List.of("bureau", "bank-102", "bank-103"));
        bureau = new Seal(PartnerKeys.load(folder));
        bank = new Seal(PartnerKeys.load(folder, PartnerKeys.bank("102")));
        otherBank = new Seal(PartnerKeys.load(folder, PartnerKeys.bank("103")));
    }

    @Test
    void what_was_sealed_for_a_bank_is_opened_by_it() {
        OpenedMessage opened = openedByBank(SealedMessage.fromJson(sealed().toJson()));

        assertThat(opened.content()).isEqualTo(CONTENT);
        assertThat(opened.messageId()).isEqualTo("B1");
        assertThat(opened.sender()).isEqualTo("bureau");
    }

    @Test
    void a_repetition_has_other_envelope_bytes_and_the_same_digest() {
        SealedMessage first = sealed();
        SealedMessage second = sealed();

        assertThat(second.cipherText()).isNotEqualTo(first.cipherText());
        assertThat(second.digest()).isNotEqualTo(first.digest());
        assertThat(openedByBank(second).digest())
                .isEqualTo(openedByBank(first).digest())
                .isEqualTo(Seal.digest(CONTENT));
    }

    @Test
    void the_digest_is_the_one_of_the_standard() {
        assertThat(Seal.digest("abc".getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
    }

    @Test
    void another_bank_does_not_open_it() {
        assertRefused(Reason.WRONG_RECEIVER, () -> otherBank.open(sealed(), "bureau", MessageType.PAYMENT_ORDER));
    }

    @Test
    void a_message_of_another_sender_is_not_taken_for_the_expected_ones() {
        SealedMessage fromOtherBank = otherBank.seal("bank-102", MessageType.PAYMENT_ORDER, "B1", CONTENT);

        assertRefused(Reason.WRONG_SENDER, () -> openedByBank(fromOtherBank));
        assertRefused(Reason.WRONG_SIGNATURE, () -> openedByBank(with(fromOtherBank, "sender", "bureau")));
    }

    @Test
    void an_order_is_not_taken_for_a_report() {
        assertRefused(Reason.WRONG_TYPE, () -> bank.open(sealed(), "bureau", MessageType.INQUIRY));
        assertRefused(
                Reason.WRONG_SIGNATURE,
                () -> bank.open(with(sealed(), "type", "nxsi.inquiry.1"), "bureau", MessageType.INQUIRY));
    }

    @ParameterizedTest
    @ValueSource(strings = {"messageId", "digest", "wrappedKey", "iv", "cipherText", "signature"})
    void a_change_anywhere_breaks_the_signature(String field) {
        assertRefused(Reason.WRONG_SIGNATURE, () -> openedByBank(tampered(sealed(), field)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no base64 !", "AAAA", "MAYCAQACAQA="})
    void a_signature_that_is_none_is_a_wrong_one(String signature) {
        assertRefused(Reason.WRONG_SIGNATURE, () -> openedByBank(with(sealed(), "signature", signature)));
    }

    @Test
    void an_envelope_longer_than_allowed_is_refused_unread() {
        assertThatExceptionOfType(MalformedMessage.class)
                .isThrownBy(() -> SealedMessage.fromJson(new byte[SealedMessage.MAX_BYTES + 1]));
        assertThatExceptionOfType(MalformedMessage.class)
                .isThrownBy(() ->
                        bureau.seal("bank-102", MessageType.PAYMENT_ORDER, "B1", new byte[Seal.MAX_CONTENT_BYTES + 1]));
    }

    @Test
    void the_longest_content_goes_through_and_weighs_little() {
        byte[] longest = new byte[Seal.MAX_CONTENT_BYTES];
        SealedMessage message = bureau.seal("bank-102", MessageType.PAYMENT_ORDER, "B1", longest);

        assertThat(message.toJson().length).isLessThan(200_000);
        assertThat(openedByBank(message).content()).isEqualTo(longest);
    }

    @Test
    void what_grows_beyond_the_longest_content_is_refused() {
        byte[] bomb = Compression.compressed(new byte[Seal.MAX_CONTENT_BYTES + 1]);

        assertRefused(Reason.NOT_TO_BE_OPENED, () -> Compression.expanded(bomb));
        assertRefused(Reason.NOT_TO_BE_OPENED, () -> Compression.expanded(CONTENT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{}", "null", "{\"sender\":null}", "<xml/>"})
    void what_is_no_envelope_is_refused_as_such(String json) {
        assertThatExceptionOfType(MalformedMessage.class)
                .isThrownBy(() -> SealedMessage.fromJson(json.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void a_second_start_keeps_the_keys_and_nobody_else_reads_the_private_one() throws IOException {
        byte[] before = Files.readAllBytes(folder.resolve("bureau.key"));

        PartnerKeys.generate(folder, List.of("bureau"));

        assertThat(Files.readAllBytes(folder.resolve("bureau.key"))).isEqualTo(before);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("bureau.key"))))
                .isEqualTo("rw-------");
    }

    private static SealedMessage sealed() {
        return bureau.seal("bank-102", MessageType.PAYMENT_ORDER, "B1", CONTENT);
    }

    private static OpenedMessage openedByBank(SealedMessage message) {
        return bank.open(message, "bureau", MessageType.PAYMENT_ORDER);
    }

    private static void assertRefused(Reason reason, Runnable opening) {
        assertThatExceptionOfType(UntrustedMessage.class)
                .isThrownBy(opening::run)
                .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }

    private static SealedMessage tampered(SealedMessage message, String field) {
        return changed(message, field, value -> {
            int at = value.length() / 2;
            char other = value.charAt(at) == '1' ? '2' : '1';
            return value.substring(0, at) + other + value.substring(at + 1);
        });
    }

    private static SealedMessage with(SealedMessage message, String field, String value) {
        return changed(message, field, old -> value);
    }

    private static SealedMessage changed(SealedMessage m, String field, UnaryOperator<String> change) {
        return new SealedMessage(
                field.equals("sender") ? change.apply(m.sender()) : m.sender(),
                field.equals("receiver") ? change.apply(m.receiver()) : m.receiver(),
                field.equals("messageId") ? change.apply(m.messageId()) + "x" : m.messageId(),
                field.equals("type") ? change.apply(m.type()) : m.type(),
                field.equals("digest") ? change.apply(m.digest()) : m.digest(),
                field.equals("wrappedKey") ? change.apply(m.wrappedKey()) : m.wrappedKey(),
                field.equals("iv") ? change.apply(m.iv()) : m.iv(),
                field.equals("cipherText") ? change.apply(m.cipherText()) : m.cipherText(),
                field.equals("signature") ? change.apply(m.signature()) : m.signature());
    }
}
