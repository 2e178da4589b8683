/** Forbidden to the platform; only the rules' own tests point here. */
@NullMarked
package org.nxsi.pension.violated;

import org.jspecify.annotations.NullMarked;
