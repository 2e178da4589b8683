/** The words of {@code ./run} that look at a whole house. */
@NullMarked
package org.nxsi.systemtests.cli;

import org.jspecify.annotations.NullMarked;
