package org.nxsi.pension.disbursement;

import java.util.List;
import org.nxsi.pension.beneficiary.Beneficiary;
import org.nxsi.pension.instruction.Instruction;

/**
 * What a slice has to pay.
 *
 * @param read how many it looked at
 * @param instructions of them those that are due
 * @param putOff of them those that an emergency keeps paid although their certification is overdue
 */
record Due(int read, List<Instruction> instructions, List<Beneficiary> putOff) {

    Due(int read, List<Instruction> instructions) {
        this(read, instructions, List.of());
    }
}
