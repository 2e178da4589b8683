/** Puts platform parts that know no Spring into the hands of services that use it. */
@NullMarked
package org.nxsi.platform.boot;

import org.jspecify.annotations.NullMarked;
