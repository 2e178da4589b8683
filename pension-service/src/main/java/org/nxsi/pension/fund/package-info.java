/** Fund books (基金账): balanced vouchers per fund, and what the payout accounts hold. */
@NullMarked
package org.nxsi.pension.fund;

import org.jspecify.annotations.NullMarked;
