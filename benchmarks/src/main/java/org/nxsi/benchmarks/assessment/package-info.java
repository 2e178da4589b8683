/** What it takes to assess an employer's months, beside what the store does of its own. */
@NullMarked
package org.nxsi.benchmarks.assessment;

import org.jspecify.annotations.NullMarked;
