package org.nxsi.pension.returned;

import java.util.List;
import java.util.Map;
import org.nxsi.pension.beneficiary.Beneficiaries;
import org.nxsi.pension.beneficiary.Beneficiary;
import org.nxsi.pension.instruction.Instruction;
import org.nxsi.platform.identity.AreaCode;
import org.springframework.stereotype.Component;

/** Puts returned instructions on the correction list: by their keys, so that a repetition adds nobody twice. */
@Component
public class CorrectionList {

    private static final int AT_ONCE = 1_000;

    private final ReturnedPayments returned;
    private final Beneficiaries beneficiaries;

    CorrectionList(ReturnedPayments returned, Beneficiaries beneficiaries) {
        this.returned = returned;
        this.beneficiaries = beneficiaries;
    }

    /** To be called before whatever brought the returns counts as done: its repetition heals what a crash cut off. */
    public void add(List<Instruction> justReturned) {
        for (int from = 0; from < justReturned.size(); from += AT_ONCE) {
            List<Instruction> some = justReturned.subList(from, Math.min(justReturned.size(), from + AT_ONCE));
            Map<String, String> areas = beneficiaries.areasOf(
                    some.stream().map(CorrectionList::beneficiary).distinct().toList());
            returned.add(some.stream()
                    .map(each ->
                            ReturnedPayment.of(each, areas.getOrDefault(beneficiary(each), AreaCode.NINGXIA.code())))
                    .toList());
        }
    }

    private static String beneficiary(Instruction instruction) {
        return Beneficiary.idOf(instruction.payee(), instruction.scheme());
    }
}
