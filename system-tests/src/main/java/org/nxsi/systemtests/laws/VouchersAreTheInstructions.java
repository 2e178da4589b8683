package org.nxsi.systemtests.laws;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.nxsi.platform.money.Fen;
import org.nxsi.systemtests.evidence.Evidence;
import org.nxsi.systemtests.evidence.Instruction;
import org.nxsi.systemtests.evidence.Voucher;

/**
 * The instructions are the sub-ledger: what a bank's report moved by the vouchers, per fund, account and component, is
 * the sum of the instructions that it settled and returned.
 */
final class VouchersAreTheInstructions implements Law {

    private static final String PAID_OUT = "paid out of " + Voucher.PAYOUT;
    private static final String PAID_BACK = "paid back into " + Voucher.PAYOUT;
    private static final String OWED_AGAIN = "owed again in " + Voucher.TO_REISSUE;
    private static final String NO_LONGER_OWED = "no longer owed in " + Voucher.TO_REISSUE;

    @Override
    public String name() {
        return "vouchers-are-the-instructions";
    }

    @Override
    public String source() {
        return "rule 8; RULES 5.4 ledger = sum of run details";
    }

    @Override
    public List<Breach> breaches(Evidence evidence) {
        Tallies booked = new Tallies();
        evidence.vouchers().stream()
                .filter(voucher -> !voucher.kind().equals("ALLOTMENT"))
                .forEach(voucher -> voucher.lines().forEach(line -> add(booked, voucher, line)));
        Tallies told = new Tallies();
        evidence.instructions().forEach(each -> add(told, each));
        List<Breach> breaches = new ArrayList<>();
        for (String key : booked.keysWith(told)) {
            Fen vouchers = booked.of(key).amount();
            Fen instructions = told.of(key).amount();
            if (!vouchers.equals(instructions)) {
                breaches.add(Breach.of(key, "vouchers %s, instructions %s", vouchers, instructions));
            }
        }
        return breaches;
    }

    private static void add(Tallies booked, Voucher voucher, Voucher.Line line) {
        String fund = voucher.fund();
        String source = voucher.source();
        switch (line.account()) {
            case Voucher.PAYOUT -> {
                booked.of(source, fund, PAID_OUT).add(line.credit());
                booked.of(source, fund, PAID_BACK).add(line.debit());
            }
            case Voucher.TO_REISSUE -> {
                booked.of(source, fund, OWED_AGAIN).add(line.credit());
                booked.of(source, fund, NO_LONGER_OWED).add(line.debit());
            }
            default -> booked.of(source, fund, line.account()).add(line.debit().minus(line.credit()));
        }
    }

    private static void add(Tallies told, Instruction each) {
        String fund = each.scheme();
        String settled = each.settledBy();
        if (settled != null) {
            told.of(settled, fund, PAID_OUT).add(each.amount());
            if (each.attempt() > 0) {
                told.of(settled, fund, NO_LONGER_OWED).add(each.amount());
            } else {
                part(told, each, "BASIC", Instruction.Parts::basic);
                part(told, each, "PERSONAL_ACCOUNT", Instruction.Parts::personalAccount);
                part(told, each, "TRANSITIONAL", Instruction.Parts::transitional);
                part(told, each, "SUBSIDY", Instruction.Parts::subsidy);
            }
        }
        String returned = each.returnedBy();
        if (returned != null) {
            told.of(returned, fund, PAID_BACK).add(each.amount());
            told.of(returned, fund, OWED_AGAIN).add(each.amount());
        }
    }

    private static void part(Tallies told, Instruction each, String name, Function<Instruction.Parts, Fen> part) {
        told.of(String.valueOf(each.settledBy()), each.scheme(), Voucher.EXPENDITURE + name)
                .add(part.apply(each.parts()));
    }
}
