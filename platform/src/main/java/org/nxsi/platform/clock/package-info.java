/** Two clocks: business dates here, leases and time-outs on the real one. */
@NullMarked
package org.nxsi.platform.clock;

import org.jspecify.annotations.NullMarked;
