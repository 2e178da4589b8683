/**
 * What the tax office, which collects contributions (税务代征), tells of the money: kept first as it was told, then posted to
 * the dues.
 */
@NullMarked
package org.nxsi.enrollment.collector;

import org.jspecify.annotations.NullMarked;
