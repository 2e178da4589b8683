/** Pensions: who is entitled to what, and how it is paid every month. */
@NullMarked
package org.nxsi.pension;

import org.jspecify.annotations.NullMarked;
