/** Every part of the system as a process of its own on one machine: started, watched and stopped together. */
@NullMarked
package org.nxsi.local.stack;

import org.jspecify.annotations.NullMarked;
