/** What goes wrong at the banks, on purpose and by a seed. */
@NullMarked
package org.nxsi.simulators.faults;

import org.jspecify.annotations.NullMarked;
