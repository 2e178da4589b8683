/**
 * What follows from being late: the late fee (滞纳金) and the interest of the personal account. The notice's article 7
 * mentions neither, so whether a fee is waived is a document of its own; while nobody has it, the answer names it.
 */
@NullMarked
package org.nxsi.deferral.consequence;

import org.jspecify.annotations.NullMarked;
