/**
 * The personal account (个人账户): an account is the sum of its entries, which are written once and never changed
 * (社会保险法 第十四条).
 */
@NullMarked
package org.nxsi.enrollment.account;

import org.jspecify.annotations.NullMarked;
