/** The roster's import: before the month, and no part of it. */
@NullMarked
package org.nxsi.baseline.roster;

import org.jspecify.annotations.NullMarked;
