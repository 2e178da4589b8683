/** Commands that print a figure beside what it is held against, both from the same run on the same machine. */
@NullMarked
package org.nxsi.benchmarks;

import org.jspecify.annotations.NullMarked;
