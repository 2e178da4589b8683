/** The emergency periods (疫情防控期间) as every service knows them: a copy that is rebuilt from its topic at each start. */
@NullMarked
package org.nxsi.platform.emergency;

import org.jspecify.annotations.NullMarked;
