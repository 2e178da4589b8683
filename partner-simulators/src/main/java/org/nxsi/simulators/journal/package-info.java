/** Files that only grow, line by line, and that a {@code kill -9} cannot leave half true. */
@NullMarked
package org.nxsi.simulators.journal;

import org.jspecify.annotations.NullMarked;
