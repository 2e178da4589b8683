/**
 * The collector's daily statement (对账) held against the notices that were kept: what differs is listed until a later notice
 * or statement removes it, or two people say why.
 */
@NullMarked
package org.nxsi.enrollment.reconciliation;

import org.jspecify.annotations.NullMarked;
