/**
 * Cases (办件): number, states, promised time, missing papers (容缺, 一次性告知) and history, the same for every item of
 * every service. What a case is about stays with its owner. A command gives a new case file or a refusal with its reason.
 */
@NullMarked
package org.nxsi.platform.cases;

import org.jspecify.annotations.NullMarked;
