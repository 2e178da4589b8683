/** How the bureau's papers look: A4 pages with title, tables, a place for the seal, and what it takes to verify them. */
@NullMarked
package org.nxsi.enrollment.paper;

import org.jspecify.annotations.NullMarked;
