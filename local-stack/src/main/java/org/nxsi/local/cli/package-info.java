/** What {@code ./run} does: commands, their options, and what the person at the terminal sees. */
@NullMarked
package org.nxsi.local.cli;

import org.jspecify.annotations.NullMarked;
