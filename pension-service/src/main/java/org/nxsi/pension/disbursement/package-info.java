/** The disbursement run (发放批次): cut, calculated, funded, approved and released by different people, paid. */
@NullMarked
package org.nxsi.pension.disbursement;

import org.jspecify.annotations.NullMarked;
