/** Money and the months it belongs to. */
@NullMarked
package org.nxsi.platform.money;

import org.jspecify.annotations.NullMarked;
