@NullMarked
package org.nxsi.simulators.journal;

import org.jspecify.annotations.NullMarked;
