/** Beneficiaries of periodic benefits: the person, the scheme, the parts of the benefit and the account it is paid to. */
@NullMarked
package org.nxsi.pension.beneficiary;

import org.jspecify.annotations.NullMarked;
