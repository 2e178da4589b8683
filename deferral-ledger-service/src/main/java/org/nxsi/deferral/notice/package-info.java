/**
 * Reminders before a deadline: 30, 7 and 1 day ahead, each once, as a notice that the person or the employer's agent reads
 * and as an event for whoever sends messages.
 */
@NullMarked
package org.nxsi.deferral.notice;

import org.jspecify.annotations.NullMarked;
