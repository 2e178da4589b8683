/**
 * The fault campaign: month after month is paid while a seeded script kills, cuts, delays and fills, and after each the laws
 * are checked.
 */
@NullMarked
package org.nxsi.systemtests.faults;

import org.jspecify.annotations.NullMarked;
