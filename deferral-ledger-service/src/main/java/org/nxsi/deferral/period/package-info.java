/**
 * The emergency periods (疫情防控期间): declared and lifted by two people, one region at a time, corrected by a further
 * record and never by an edit. All of them stand in one register, so that one write decides whether a period may stand
 * beside the others.
 */
@NullMarked
package org.nxsi.deferral.period;

import org.jspecify.annotations.NullMarked;
