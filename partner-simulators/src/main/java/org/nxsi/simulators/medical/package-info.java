/** The medical-insurance bureau, as far as the bureau of social insurance asks it. */
@NullMarked
package org.nxsi.simulators.medical;

import org.jspecify.annotations.NullMarked;
