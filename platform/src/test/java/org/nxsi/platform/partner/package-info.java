@NullMarked
package org.nxsi.platform.partner;

import org.jspecify.annotations.NullMarked;
