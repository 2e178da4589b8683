/** What is owed and what has come of it, as staff, the collector and employers see it. */
@NullMarked
package org.nxsi.enrollment.owed;

import org.jspecify.annotations.NullMarked;
