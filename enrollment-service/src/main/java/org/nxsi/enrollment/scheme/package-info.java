/** The schemes of social insurance and those who pay into them. */
@NullMarked
package org.nxsi.enrollment.scheme;

import org.jspecify.annotations.NullMarked;
