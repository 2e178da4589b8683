/** Payment instructions (支付指令): one per obligation for ever, the sub-ledger of the fund books. */
@NullMarked
package org.nxsi.pension.instruction;

import org.jspecify.annotations.NullMarked;
