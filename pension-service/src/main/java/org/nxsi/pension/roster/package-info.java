/**
 * The roster import (待遇领取人员名册): a CSV of any size is read once in bounded memory, checked row by row, cut into
 * chunks, and only when all of it is here do the chunks go to whichever instance is free.
 */
@NullMarked
package org.nxsi.pension.roster;

import org.jspecify.annotations.NullMarked;
