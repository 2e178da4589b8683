/** A month's pensions paid as the people of the bureau would do it: through the gateway, each step by whom it belongs to. */
@NullMarked
package org.nxsi.local.month;

import org.jspecify.annotations.NullMarked;
