/** The correction list (退票待处理): every returned payment, from its return to its re-issue. */
@NullMarked
package org.nxsi.pension.returned;

import org.jspecify.annotations.NullMarked;
