/** What auditors see (稽核内审): everything that the money laws need, page by page, read only. */
@NullMarked
package org.nxsi.pension.audit;

import org.jspecify.annotations.NullMarked;
