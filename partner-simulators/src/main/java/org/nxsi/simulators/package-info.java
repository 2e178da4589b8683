/** Six simulated banks in one process: partners for a demonstration, and an oracle for tests. */
@NullMarked
package org.nxsi.simulators;

import org.jspecify.annotations.NullMarked;
