@NullMarked
package org.nxsi.simulators.bank;

import org.jspecify.annotations.NullMarked;
