/** Classes that each break an architecture rule, so that each rule is seen to fail. The packages below are unmarked on purpose. */
@NullMarked
package org.nxsi.platform.violators;

import org.jspecify.annotations.NullMarked;
