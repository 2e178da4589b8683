/** The partner banks as this service knows and reaches them. */
@NullMarked
package org.nxsi.pension.partner;

import org.jspecify.annotations.NullMarked;
