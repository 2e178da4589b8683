@NullMarked
package org.nxsi.simulators;

import org.jspecify.annotations.NullMarked;
