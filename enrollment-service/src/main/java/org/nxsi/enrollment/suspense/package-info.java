/**
 * Money beyond what is owed (待转金): listed for people, and allocated (待转金分配) by two of them to another month of the same
 * payer and scheme.
 */
@NullMarked
package org.nxsi.enrollment.suspense;

import org.jspecify.annotations.NullMarked;
