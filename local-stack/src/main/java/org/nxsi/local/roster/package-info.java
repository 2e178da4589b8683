/** The sample roster: invented people with valid numbers, made from a seed. */
@NullMarked
package org.nxsi.local.roster;

import org.jspecify.annotations.NullMarked;
