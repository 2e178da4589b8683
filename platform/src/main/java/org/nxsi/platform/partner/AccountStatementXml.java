package org.nxsi.platform.partner;

import com.prowidesoftware.swift.model.mx.MxCamt05300108;
import com.prowidesoftware.swift.model.mx.dic.AccountStatement9;
import com.prowidesoftware.swift.model.mx.dic.BalanceType10Choice;
import com.prowidesoftware.swift.model.mx.dic.BalanceType13;
import com.prowidesoftware.swift.model.mx.dic.BankToCustomerStatementV08;
import com.prowidesoftware.swift.model.mx.dic.CashAccount39;
import com.prowidesoftware.swift.model.mx.dic.CashBalance8;
import com.prowidesoftware.swift.model.mx.dic.CreditDebitCode;
import com.prowidesoftware.swift.model.mx.dic.GroupHeader81;
import com.prowidesoftware.swift.model.mx.dic.NumberAndSumOfTransactions4;
import com.prowidesoftware.swift.model.mx.dic.Pagination1;
import com.prowidesoftware.swift.model.mx.dic.TotalTransactions6;
import java.time.LocalDate;
import java.util.List;
import org.nxsi.platform.money.Fen;

/** {@link AccountStatement} as camt.053.001.08. */
final class AccountStatementXml {

    private static final IsoXml<MxCamt05300108> XML = new IsoXml<>(MxCamt05300108.class, MxCamt05300108.NAMESPACE);

    private static final String OPENING = "OPBD";
    private static final String CLOSING = "CLBD";

    private AccountStatementXml() {}

    static byte[] write(AccountStatement statement) {
        AccountStatement9 body = new AccountStatement9()
                .setId(statement.id())
                .setStmtPgntn(new Pagination1()
                        .setPgNb(Integer.toString(statement.page()))
                        .setLastPgInd(statement.lastPage()))
                .setCreDtTm(Iso.time(statement.created()))
                .setAcct(new CashAccount39()
                        .setId(Iso.accountId(statement.account()))
                        .setSvcr(Iso.agent(statement.bank())))
                .addBal(balance(OPENING, statement.opening(), statement.date()))
                .addBal(balance(CLOSING, statement.closing(), statement.date()))
                .setTxsSummry(new TotalTransactions6()
                        .setTtlNtries(new NumberAndSumOfTransactions4()
                                .setNbOfNtries(Integer.toString(statement.entriesOfDay()))));
        statement.entries().forEach(entry -> body.addNtry(StatementEntryXml.write(entry, statement.date())));
        return XML.write(new MxCamt05300108()
                .setBkToCstmrStmt(new BankToCustomerStatementV08()
                        .setGrpHdr(
                                new GroupHeader81().setMsgId(statement.id()).setCreDtTm(Iso.time(statement.created())))
                        .addStmt(body)));
    }

    private static CashBalance8 balance(String code, Fen amount, LocalDate date) {
        return new CashBalance8()
                .setTp(new BalanceType13().setCdOrPrtry(new BalanceType10Choice().setCd(code)))
                .setAmt(Iso.amount(amount.isNegative() ? amount.negated() : amount))
                .setCdtDbtInd(amount.isNegative() ? CreditDebitCode.DBIT : CreditDebitCode.CRDT)
                .setDt(Iso.date(date));
    }

    static AccountStatement read(byte[] xml) {
        BankToCustomerStatementV08 document = Iso.required(XML.read(xml).getBkToCstmrStmt(), "BkToCstmrStmt");
        if (document.getStmt().size() != 1) {
            throw new MalformedMessage("a message has one statement");
        }
        AccountStatement9 body = document.getStmt().getFirst();
        Pagination1 pagination = Iso.required(body.getStmtPgntn(), "StmtPgntn");
        CashAccount39 account = Iso.required(body.getAcct(), "Acct");
        CashBalance8 opening = balance(body.getBal(), OPENING);
        return new AccountStatement(
                Iso.required(body.getId(), "Id"),
                Iso.agent(account.getSvcr(), "Svcr"),
                Iso.accountId(account.getId(), "Acct"),
                Iso.date(opening.getDt(), "Dt"),
                number(pagination.getPgNb(), "PgNb"),
                pagination.isLastPgInd(),
                Iso.instant(body.getCreDtTm(), "CreDtTm"),
                entriesOfDay(body),
                signed(opening),
                signed(balance(body.getBal(), CLOSING)),
                body.getNtry().stream().map(StatementEntryXml::read).toList());
    }

    private static int entriesOfDay(AccountStatement9 body) {
        TotalTransactions6 summary = Iso.required(body.getTxsSummry(), "TxsSummry");
        return number(Iso.required(summary.getTtlNtries(), "TtlNtries").getNbOfNtries(), "NbOfNtries");
    }

    private static CashBalance8 balance(List<CashBalance8> balances, String code) {
        return balances.stream()
                .filter(balance -> code.equals(
                        Iso.required(Iso.required(balance.getTp(), "Tp").getCdOrPrtry(), "CdOrPrtry")
                                .getCd()))
                .findFirst()
                .orElseThrow(() -> new MalformedMessage("missing balance: " + code));
    }

    private static Fen signed(CashBalance8 balance) {
        Fen amount = Iso.amount(balance.getAmt(), "Bal/Amt");
        return balance.getCdtDbtInd() == CreditDebitCode.DBIT ? amount.negated() : amount;
    }

    private static int number(String digits, String path) {
        try {
            return Integer.parseInt(Iso.required(digits, path));
        } catch (NumberFormatException e) {
            throw new MalformedMessage(path + " is no number", e);
        }
    }
}
