/** The month beside what a user would pick instead, on the same machine with the same roster and the same banks. */
@NullMarked
package org.nxsi.benchmarks.compare;

import org.jspecify.annotations.NullMarked;
