@NullMarked
package org.nxsi.simulators.faults;

import org.jspecify.annotations.NullMarked;
