/** Money laws: what must hold at any time, whatever has happened, told from evidence alone. */
@NullMarked
package org.nxsi.systemtests.laws;

import org.jspecify.annotations.NullMarked;
