package org.nxsi.platform.partner;

import com.prowidesoftware.swift.model.mx.MxPain00200110;
import com.prowidesoftware.swift.model.mx.dic.AmountType4Choice;
import com.prowidesoftware.swift.model.mx.dic.CustomerPaymentStatusReportV10;
import com.prowidesoftware.swift.model.mx.dic.GroupHeader86;
import com.prowidesoftware.swift.model.mx.dic.OriginalGroupHeader17;
import com.prowidesoftware.swift.model.mx.dic.OriginalPaymentInstruction32;
import com.prowidesoftware.swift.model.mx.dic.OriginalTransactionReference28;
import com.prowidesoftware.swift.model.mx.dic.PaymentTransaction105;
import com.prowidesoftware.swift.model.mx.dic.StatusReason6Choice;
import com.prowidesoftware.swift.model.mx.dic.StatusReasonInformation12;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@link PaymentStatusReport} as pain.002.001.10. */
final class PaymentStatusReportXml {

    private static final IsoXml<MxPain00200110> XML = new IsoXml<>(MxPain00200110.class, MxPain00200110.NAMESPACE);

    private PaymentStatusReportXml() {}

    static byte[] write(PaymentStatusReport report) {
        OriginalGroupHeader17 group = new OriginalGroupHeader17()
                .setOrgnlMsgId(report.originalMessageId())
                .setOrgnlMsgNmId(MessageType.PAYMENT_ORDER.wireName())
                .setGrpSts(report.status().name());
        if (report.reason() != null) {
            group.addStsRsnInf(reason(report.reason()));
        }
        CustomerPaymentStatusReportV10 document = new CustomerPaymentStatusReportV10()
                .setGrpHdr(new GroupHeader86().setMsgId(report.messageId()).setCreDtTm(Iso.time(report.created())))
                .setOrgnlGrpInfAndSts(group);
        Map<String, OriginalPaymentInstruction32> blocks = new LinkedHashMap<>();
        for (PaymentStatusReport.Line line : report.lines()) {
            blocks.computeIfAbsent(line.block(), id -> new OriginalPaymentInstruction32().setOrgnlPmtInfId(id))
                    .addTxInfAndSts(transaction(line));
        }
        blocks.values().forEach(document::addOrgnlPmtInfAndSts);
        return XML.write(new MxPain00200110().setCstmrPmtStsRpt(document));
    }

    private static PaymentTransaction105 transaction(PaymentStatusReport.Line line) {
        OriginalTransactionReference28 original = new OriginalTransactionReference28()
                .setAmt(new AmountType4Choice().setInstdAmt(Iso.amount(line.amount())))
                .setCdtrAcct(Iso.account(line.account()));
        if (line.bookedOn() != null) {
            original.setIntrBkSttlmDt(line.bookedOn());
        }
        PaymentTransaction105 transaction = new PaymentTransaction105()
                .setOrgnlEndToEndId(line.endToEndId())
                .setTxSts(line.status().name())
                .setOrgnlTxRef(original);
        if (line.reason() != null) {
            transaction.addStsRsnInf(reason(line.reason()));
        }
        return transaction;
    }

    private static StatusReasonInformation12 reason(String code) {
        return new StatusReasonInformation12().setRsn(new StatusReason6Choice().setPrtry(code));
    }

    static PaymentStatusReport read(byte[] xml) {
        CustomerPaymentStatusReportV10 document = Iso.required(XML.read(xml).getCstmrPmtStsRpt(), "CstmrPmtStsRpt");
        GroupHeader86 header = Iso.required(document.getGrpHdr(), "GrpHdr");
        OriginalGroupHeader17 group = Iso.required(document.getOrgnlGrpInfAndSts(), "OrgnlGrpInfAndSts");
        return new PaymentStatusReport(
                Iso.required(header.getMsgId(), "MsgId"),
                Iso.required(group.getOrgnlMsgId(), "OrgnlMsgId"),
                Iso.instant(header.getCreDtTm(), "CreDtTm"),
                Iso.code(GroupStatus.class, group.getGrpSts(), "GrpSts"),
                reason(group.getStsRsnInf()),
                document.getOrgnlPmtInfAndSts().stream()
                        .flatMap(block -> block.getTxInfAndSts().stream()
                                .map(transaction -> line(block.getOrgnlPmtInfId(), transaction)))
                        .toList());
    }

    private static PaymentStatusReport.Line line(@Nullable String block, PaymentTransaction105 transaction) {
        OriginalTransactionReference28 original = Iso.required(transaction.getOrgnlTxRef(), "OrgnlTxRef");
        return new PaymentStatusReport.Line(
                Iso.required(block, "OrgnlPmtInfId"),
                Iso.required(transaction.getOrgnlEndToEndId(), "OrgnlEndToEndId"),
                Iso.code(TransactionStatus.class, transaction.getTxSts(), "TxSts"),
                reason(transaction.getStsRsnInf()),
                Iso.amount(Iso.required(original.getAmt(), "Amt").getInstdAmt(), "InstdAmt"),
                Iso.account(original.getCdtrAcct(), "CdtrAcct"),
                original.getIntrBkSttlmDt());
    }

    private static @Nullable String reason(List<StatusReasonInformation12> reasons) {
        if (reasons.isEmpty()) {
            return null;
        }
        return Iso.required(Iso.required(reasons.getFirst().getRsn(), "Rsn").getPrtry(), "Rsn/Prtry");
    }
}
