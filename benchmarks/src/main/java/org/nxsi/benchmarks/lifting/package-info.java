/** What it takes to enter what was put off into the ledger, and to lift the emergency for all of it at once. */
@NullMarked
package org.nxsi.benchmarks.lifting;

import org.jspecify.annotations.NullMarked;
