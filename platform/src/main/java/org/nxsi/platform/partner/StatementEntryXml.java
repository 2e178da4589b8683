package org.nxsi.platform.partner;

import com.prowidesoftware.swift.model.mx.dic.BankTransactionCodeStructure4;
import com.prowidesoftware.swift.model.mx.dic.CreditDebitCode;
import com.prowidesoftware.swift.model.mx.dic.EntryDetails9;
import com.prowidesoftware.swift.model.mx.dic.EntryStatus1Choice;
import com.prowidesoftware.swift.model.mx.dic.EntryTransaction10;
import com.prowidesoftware.swift.model.mx.dic.PaymentReturnReason5;
import com.prowidesoftware.swift.model.mx.dic.ProprietaryBankTransactionCodeStructure1;
import com.prowidesoftware.swift.model.mx.dic.ReportEntry10;
import com.prowidesoftware.swift.model.mx.dic.ReturnReason5Choice;
import com.prowidesoftware.swift.model.mx.dic.TransactionParties6;
import com.prowidesoftware.swift.model.mx.dic.TransactionReferences6;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nxsi.platform.partner.AccountStatement.Entry;
import org.nxsi.platform.partner.AccountStatement.Kind;
import org.nxsi.platform.partner.AccountStatement.PaymentReference;

/** One entry of a camt.053. */
final class StatementEntryXml {

    private static final String BOOKED = "BOOK";

    private StatementEntryXml() {}

    static ReportEntry10 write(Entry entry, LocalDate date) {
        ReportEntry10 xml = new ReportEntry10()
                .setAmt(Iso.amount(entry.amount()))
                .setCdtDbtInd(entry.kind().isDebit() ? CreditDebitCode.DBIT : CreditDebitCode.CRDT)
                .setSts(new EntryStatus1Choice().setCd(BOOKED))
                .setBookgDt(Iso.date(date))
                .setAcctSvcrRef(entry.reference())
                .setBkTxCd(new BankTransactionCodeStructure4()
                        .setPrtry(new ProprietaryBankTransactionCodeStructure1()
                                .setCd(entry.kind().name())));
        return entry.payment() == null
                ? xml
                : xml.addNtryDtls(new EntryDetails9().addTxDtls(transaction(entry.payment())));
    }

    private static EntryTransaction10 transaction(PaymentReference payment) {
        EntryTransaction10 transaction = new EntryTransaction10()
                .setRefs(new TransactionReferences6()
                        .setMsgId(payment.messageId())
                        .setPmtInfId(payment.block())
                        .setEndToEndId(payment.endToEndId()))
                .setRltdPties(new TransactionParties6().setCdtrAcct(Iso.account(payment.account())));
        return payment.reason() == null
                ? transaction
                : transaction.setRtrInf(
                        new PaymentReturnReason5().setRsn(new ReturnReason5Choice().setPrtry(payment.reason())));
    }

    static Entry read(ReportEntry10 xml) {
        BankTransactionCodeStructure4 code = Iso.required(xml.getBkTxCd(), "BkTxCd");
        Kind kind = Iso.code(
                Kind.class, Iso.required(code.getPrtry(), "BkTxCd/Prtry").getCd(), "Cd");
        if (kind.isDebit() != (xml.getCdtDbtInd() == CreditDebitCode.DBIT)) {
            throw new MalformedMessage("an entry's direction is not that of its kind");
        }
        return new Entry(
                Iso.required(xml.getAcctSvcrRef(), "AcctSvcrRef"),
                kind,
                Iso.amount(xml.getAmt(), "Ntry/Amt"),
                payment(xml.getNtryDtls()));
    }

    private static @Nullable PaymentReference payment(List<EntryDetails9> details) {
        if (details.isEmpty()) {
            return null;
        }
        List<EntryTransaction10> transactions = details.getFirst().getTxDtls();
        if (details.size() != 1 || transactions.size() != 1) {
            throw new MalformedMessage("an entry is about one payment");
        }
        EntryTransaction10 transaction = transactions.getFirst();
        TransactionReferences6 references = Iso.required(transaction.getRefs(), "Refs");
        return new PaymentReference(
                Iso.required(references.getMsgId(), "Refs/MsgId"),
                Iso.required(references.getPmtInfId(), "Refs/PmtInfId"),
                Iso.required(references.getEndToEndId(), "Refs/EndToEndId"),
                Iso.account(
                        Iso.required(transaction.getRltdPties(), "RltdPties").getCdtrAcct(), "CdtrAcct"),
                reason(transaction.getRtrInf()));
    }

    private static @Nullable String reason(@Nullable PaymentReturnReason5 returned) {
        return returned == null
                ? null
                : Iso.required(Iso.required(returned.getRsn(), "RtrInf").getPrtry(), "RtrInf/Prtry");
    }
}
