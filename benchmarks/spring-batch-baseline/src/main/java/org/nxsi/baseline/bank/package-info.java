/** The banks' interface, with the very messages that NXSI uses, so that a bank costs both the same. */
@NullMarked
package org.nxsi.baseline.bank;

import org.jspecify.annotations.NullMarked;
