/**
 * What every application has: a number, a promised time, the one list of missing papers, a history, and a fact for each
 * step. The case itself stands in the aggregate of whoever decides on it; here is what they share.
 */
@NullMarked
package org.nxsi.enrollment.application;

import org.jspecify.annotations.NullMarked;
