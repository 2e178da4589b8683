/** A simulated bank: the accounts it keeps, the books it posts to, and what it answers from them. */
@NullMarked
package org.nxsi.simulators.bank;

import org.jspecify.annotations.NullMarked;
