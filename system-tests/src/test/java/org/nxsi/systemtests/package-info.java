/** The whole house, every part a real process, seen through the gateway and the banks' own books. */
@NullMarked
package org.nxsi.systemtests;

import org.jspecify.annotations.NullMarked;
