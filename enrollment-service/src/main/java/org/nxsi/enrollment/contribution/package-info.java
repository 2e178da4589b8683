/** What persons may know of the contributions paid by them and for them (社会保险法 第四条, 第七十四条). */
@NullMarked
package org.nxsi.enrollment.contribution;

import org.jspecify.annotations.NullMarked;
