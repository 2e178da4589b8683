package org.nxsi.platform.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.prowidesoftware.swift.model.mx.MxPain00100109;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nxsi.platform.money.Fen;

class PaymentOrderTest {

    @Test
    void an_order_is_read_as_it_was_written() {
        PaymentOrder order = Orders.of(400);

        assertThat(PaymentOrder.read(order.write())).isEqualTo(order);
    }

    @Test
    void equal_orders_have_equal_bytes() {
        assertThat(Orders.of(7).write()).isEqualTo(Orders.of(7).write());
        assertThat(PaymentOrder.read(Orders.of(7).write()).write())
                .isEqualTo(Orders.of(7).write());
    }

    @Test
    void it_is_a_pain_001_that_others_can_read() {
        assertThat(text(Orders.of(2)))
                .contains("<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:pain.001.001.09\"><CstmrCdtTrfInitn>")
                .contains("<CreDtTm>2020-03-15T00:30:00+08:00</CreDtTm>")
                .contains("<InstdAmt Ccy=\"CNY\">1234.56</InstdAmt>")
                .contains("<PmtInfId>2020-03-R1/110</PmtInfId>")
                .contains("<Cd>PENS</Cd>")
                .containsAnyOf("𠮷", "&#134071;");
    }

    @Test
    void the_librarys_own_reader_finds_everything_in_it() {
        MxPain00100109 document = MxPain00100109.parse(text(Orders.of(2)));

        assertThat(document.getCstmrCdtTrfInitn().getPmtInf().getLast().getCdtTrfTxInf())
                .singleElement()
                .satisfies(transfer -> assertThat(transfer.getCdtr().getNm()).isEqualTo("买买提·𠮷田 0"));
    }

    @Test
    void an_order_in_another_namespace_is_refused() {
        String xml = text(Orders.of(2));

        assertMalformed(xml.replace("pain.001.001.09", "pain.001.001.03"));
        assertMalformed(xml.replaceFirst("<GrpHdr>", "<GrpHdr xmlns=\"urn:other\">"));
    }

    @Test
    void a_block_knows_its_run_and_its_scheme() {
        PaymentOrder.Block block = Orders.block("170", 1);

        assertThat(block.run()).isEqualTo("2020-03-R1");
        assertThat(block.scheme()).isEqualTo("170");
        assertThat(new PaymentOrder.Block("nameless", "1", block.payments()).run())
                .isEmpty();
    }

    @Test
    void a_control_sum_or_count_that_is_wrong_is_refused() {
        String xml = text(Orders.of(2));

        assertMalformed(xml.replaceFirst("<CtrlSum>2469.12<", "<CtrlSum>2469.13<"));
        assertMalformed(xml.replaceFirst("<CtrlSum>1234.56<", "<CtrlSum>1234.57<"));
        assertMalformed(xml.replaceFirst("<NbOfTxs>2<", "<NbOfTxs>3<"));
        assertMalformed(xml.replaceFirst("<NbOfTxs>1<", "<NbOfTxs>2<"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"EndToEndId", "Nm", "InstdAmt", "CreDtTm", "PmtInfId", "MsgId", "MmbId", "CdtrAcct"})
    void an_order_without_an_element_it_needs_is_refused(String element) {
        assertMalformed(text(Orders.of(2)).replaceAll("<" + element + "[ >].*?</" + element + ">", ""));
    }

    @Test
    void elements_that_the_document_does_not_have_are_refused() {
        assertMalformed(text(Orders.of(2)).replaceFirst("<NbOfTxs>", "<Surprise/><NbOfTxs>"));
    }

    @Test
    void entities_and_document_type_definitions_are_refused() {
        String xml = text(Orders.of(2));
        String body = xml.substring(xml.indexOf("<Document"));

        assertMalformed("<!DOCTYPE Document SYSTEM \"file:///etc/passwd\">" + body);
        assertMalformed("<!DOCTYPE Document [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
                + body.replaceFirst("2020-03 养老金", "&x;"));
        assertMalformed(body.replaceFirst("2020-03 养老金", "&x;"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<", "not xml", "<Document/>", "<Document xmlns=\"urn:other\"/>"})
    void what_is_no_pain_001_is_refused(String xml) {
        assertMalformed(xml);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a\u0000b", "line\nbreak", "lone \ud842 half"})
    void a_name_that_xml_would_not_carry_is_refused(String name) {
        assertThatExceptionOfType(MalformedMessage.class)
                .isThrownBy(() -> new PaymentOrder.Payment("e", Fen.of(1), name, "1", "x"));
    }

    @Test
    void nothing_and_less_cannot_be_paid() {
        assertThatExceptionOfType(MalformedMessage.class)
                .isThrownBy(() -> new PaymentOrder.Payment("e", Fen.ZERO, "n", "1", "x"));
        assertThatExceptionOfType(MalformedMessage.class)
                .isThrownBy(() -> new PaymentOrder("m", "102", Orders.NOW, Orders.DAY, List.of()));
    }

    private static void assertMalformed(String xml) {
        assertThatExceptionOfType(MalformedMessage.class)
                .isThrownBy(() -> PaymentOrder.read(xml.getBytes(StandardCharsets.UTF_8)));
    }

    private static String text(PaymentOrder order) {
        return new String(order.write(), StandardCharsets.UTF_8);
    }
}
