/** Facts leave with the change: outbox in the document, relay, consumers with a dead-letter path. */
@NullMarked
package org.nxsi.platform.events;

import org.jspecify.annotations.NullMarked;
