/**
 * What the emergency (疫情防控期间) changes here: an overdue certification holds nothing back, and what people could not do
 * in time is told to the ledger of deferrals, once, and once more when it is made up.
 */
@NullMarked
package org.nxsi.pension.emergency;

import org.jspecify.annotations.NullMarked;
