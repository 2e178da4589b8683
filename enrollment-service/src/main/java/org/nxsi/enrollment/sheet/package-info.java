/** Lists that people send as files: CSV and XLSX, read strictly and within limits. */
@NullMarked
package org.nxsi.enrollment.sheet;

import org.jspecify.annotations.NullMarked;
