package org.nxsi.simulators.wrong;

import org.nxsi.pension.elsewhere.Instruction;

/** Wrong on purpose: a bank that looks into the bureau's books. */
record Trespasser(Instruction peeked) {}
