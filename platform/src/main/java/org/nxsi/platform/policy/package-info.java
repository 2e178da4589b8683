/**
 * What a ministry or a region can change: rates, tables, limits, dates, switches, each with where, for which scheme and
 * when it holds, by which document, and how sure that is. What is not known is {@code null} in the data and its
 * calculation refuses by name; nothing is made up. A later document supersedes, nothing is overwritten.
 */
@NullMarked
package org.nxsi.platform.policy;

import org.jspecify.annotations.NullMarked;
