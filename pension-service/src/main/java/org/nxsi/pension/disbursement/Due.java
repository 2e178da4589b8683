package org.nxsi.pension.disbursement;

import java.util.List;
import org.nxsi.pension.instruction.Instruction;

/**
 * What a slice has to pay.
 *
 * @param read how many it looked at
 * @param instructions of them those that are due
 */
record Due(int read, List<Instruction> instructions) {}
