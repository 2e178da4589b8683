/** Telling the bureau what became of its orders, until it has heard. */
@NullMarked
package org.nxsi.simulators.callback;

import org.jspecify.annotations.NullMarked;
