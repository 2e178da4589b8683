/** Where a bank meets the bureau: everything in and out is sealed. */
@NullMarked
package org.nxsi.simulators.desk;

import org.jspecify.annotations.NullMarked;
