/** From funds to the banks' words: orders go out, reports come in, vouchers are posted. */
@NullMarked
package org.nxsi.baseline.payment;

import org.jspecify.annotations.NullMarked;
