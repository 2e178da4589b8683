/** Who is known to the bureau, and as what. */
@NullMarked
package org.nxsi.enrollment;

import org.jspecify.annotations.NullMarked;
