/** Who is due what: beneficiaries become payment instructions, in chunks and partitions. */
@NullMarked
package org.nxsi.baseline.calculation;

import org.jspecify.annotations.NullMarked;
