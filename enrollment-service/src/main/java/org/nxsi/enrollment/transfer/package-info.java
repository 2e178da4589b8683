/**
 * Pension relations that move between Ningxia and other places (关系转移接续): applications, steps, what the other place sends
 * and what is sent to it.
 */
@NullMarked
package org.nxsi.enrollment.transfer;

import org.jspecify.annotations.NullMarked;
