/**
 * The rights record (权益记录): where each insured month of a person stands, the yearly statement, and printed records that
 * anybody who holds one can verify (社会保险法 第七十四条).
 */
@NullMarked
package org.nxsi.enrollment.rights;

import org.jspecify.annotations.NullMarked;
