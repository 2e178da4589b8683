/** What the banks offer over HTTP, and what the simulation's operators and tests see of them. */
@NullMarked
package org.nxsi.simulators.http;

import org.jspecify.annotations.NullMarked;
