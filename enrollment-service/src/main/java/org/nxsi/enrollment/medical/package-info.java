/** The medical relation (职工医疗 310, 居民医疗 390), which is kept by the medical bureau (医保局) and only read through. */
@NullMarked
package org.nxsi.enrollment.medical;

import org.jspecify.annotations.NullMarked;
