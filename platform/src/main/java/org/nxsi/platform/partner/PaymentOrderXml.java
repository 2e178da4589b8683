package org.nxsi.platform.partner;

import com.prowidesoftware.swift.model.mx.MxPain00100109;
import com.prowidesoftware.swift.model.mx.dic.AmountType4Choice;
import com.prowidesoftware.swift.model.mx.dic.CategoryPurpose1Choice;
import com.prowidesoftware.swift.model.mx.dic.CreditTransferTransaction34;
import com.prowidesoftware.swift.model.mx.dic.CustomerCreditTransferInitiationV09;
import com.prowidesoftware.swift.model.mx.dic.GroupHeader85;
import com.prowidesoftware.swift.model.mx.dic.PartyIdentification135;
import com.prowidesoftware.swift.model.mx.dic.PaymentIdentification6;
import com.prowidesoftware.swift.model.mx.dic.PaymentInstruction30;
import com.prowidesoftware.swift.model.mx.dic.PaymentMethod3Code;
import com.prowidesoftware.swift.model.mx.dic.PaymentTypeInformation26;
import com.prowidesoftware.swift.model.mx.dic.RemittanceInformation16;
import java.util.List;
import org.nxsi.platform.money.Fen;

/** {@link PaymentOrder} as pain.001.001.09. */
final class PaymentOrderXml {

    private static final IsoXml<MxPain00100109> XML = new IsoXml<>(MxPain00100109.class, MxPain00100109.NAMESPACE);

    private static final String BUREAU = "宁夏回族自治区社会保险事业管理局";
    private static final String PENSION = "PENS";

    private PaymentOrderXml() {}

    static byte[] write(PaymentOrder order) {
        CustomerCreditTransferInitiationV09 initiation = new CustomerCreditTransferInitiationV09()
                .setGrpHdr(new GroupHeader85()
                        .setMsgId(order.messageId())
                        .setCreDtTm(Iso.time(order.created()))
                        .setNbOfTxs(Integer.toString(order.payments()))
                        .setCtrlSum(order.total().yuan())
                        .setInitgPty(Iso.party(BUREAU)));
        order.blocks().forEach(block -> initiation.addPmtInf(instruction(order, block)));
        return XML.write(new MxPain00100109().setCstmrCdtTrfInitn(initiation));
    }

    private static PaymentInstruction30 instruction(PaymentOrder order, PaymentOrder.Block block) {
        PaymentInstruction30 instruction = new PaymentInstruction30()
                .setPmtInfId(block.id())
                .setPmtMtd(PaymentMethod3Code.TRF)
                .setNbOfTxs(Integer.toString(block.payments().size()))
                .setCtrlSum(block.total().yuan())
                .setPmtTpInf(new PaymentTypeInformation26().setCtgyPurp(new CategoryPurpose1Choice().setCd(PENSION)))
                .setReqdExctnDt(Iso.date(order.executionDate()))
                .setDbtr(Iso.party(BUREAU))
                .setDbtrAcct(Iso.account(block.payoutAccount()))
                .setDbtrAgt(Iso.agent(order.bank()));
        block.payments().forEach(payment -> instruction.addCdtTrfTxInf(transfer(payment)));
        return instruction;
    }

    private static CreditTransferTransaction34 transfer(PaymentOrder.Payment payment) {
        return new CreditTransferTransaction34()
                .setPmtId(new PaymentIdentification6().setEndToEndId(payment.endToEndId()))
                .setAmt(new AmountType4Choice().setInstdAmt(Iso.amount(payment.amount())))
                .setCdtr(Iso.party(payment.name()))
                .setCdtrAcct(Iso.account(payment.account()))
                .setRmtInf(new RemittanceInformation16().addUstrd(payment.remittance()));
    }

    static PaymentOrder read(byte[] xml) {
        CustomerCreditTransferInitiationV09 initiation =
                Iso.required(XML.read(xml).getCstmrCdtTrfInitn(), "CstmrCdtTrfInitn");
        GroupHeader85 header = Iso.required(initiation.getGrpHdr(), "GrpHdr");
        List<PaymentInstruction30> instructions = initiation.getPmtInf();
        if (instructions.isEmpty()) {
            throw new MalformedMessage("missing: PmtInf");
        }
        PaymentInstruction30 first = instructions.getFirst();
        PaymentOrder order = new PaymentOrder(
                Iso.required(header.getMsgId(), "MsgId"),
                bank(instructions),
                Iso.instant(header.getCreDtTm(), "CreDtTm"),
                Iso.date(first.getReqdExctnDt(), "ReqdExctnDt"),
                instructions.stream().map(PaymentOrderXml::block).toList());
        checkTotals("GrpHdr", header.getNbOfTxs(), order.payments(), order.total(), fen(header));
        return order;
    }

    private static String bank(List<PaymentInstruction30> instructions) {
        List<String> banks = instructions.stream()
                .map(instruction -> Iso.agent(instruction.getDbtrAgt(), "DbtrAgt"))
                .distinct()
                .toList();
        if (banks.size() != 1) {
            throw new MalformedMessage("DbtrAgt differs between blocks");
        }
        return banks.getFirst();
    }

    private static PaymentOrder.Block block(PaymentInstruction30 instruction) {
        PaymentOrder.Block block = new PaymentOrder.Block(
                Iso.required(instruction.getPmtInfId(), "PmtInfId"),
                Iso.account(instruction.getDbtrAcct(), "DbtrAcct"),
                instruction.getCdtTrfTxInf().stream()
                        .map(PaymentOrderXml::payment)
                        .toList());
        checkTotals(
                "PmtInf",
                instruction.getNbOfTxs(),
                block.payments().size(),
                block.total(),
                Iso.fen(instruction.getCtrlSum(), "CtrlSum"));
        return block;
    }

    private static PaymentOrder.Payment payment(CreditTransferTransaction34 transfer) {
        PartyIdentification135 creditor = Iso.required(transfer.getCdtr(), "Cdtr");
        AmountType4Choice amount = Iso.required(transfer.getAmt(), "Amt");
        List<String> remittance = Iso.required(transfer.getRmtInf(), "RmtInf").getUstrd();
        return new PaymentOrder.Payment(
                Iso.required(Iso.required(transfer.getPmtId(), "PmtId").getEndToEndId(), "EndToEndId"),
                Iso.amount(amount.getInstdAmt(), "InstdAmt"),
                Iso.required(creditor.getNm(), "Cdtr/Nm"),
                Iso.account(transfer.getCdtrAcct(), "CdtrAcct"),
                remittance.isEmpty() ? Iso.required(null, "Ustrd") : remittance.getFirst());
    }

    private static Fen fen(GroupHeader85 header) {
        return Iso.fen(header.getCtrlSum(), "CtrlSum");
    }

    /** RULES 5.3: count and total are signed with the content and must be right. */
    private static void checkTotals(String where, String count, int payments, Fen total, Fen controlSum) {
        if (!Integer.toString(payments).equals(count) || !total.equals(controlSum)) {
            throw new MalformedMessage(where + ": count or control sum is not that of its payments");
        }
    }
}
