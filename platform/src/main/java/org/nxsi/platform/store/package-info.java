/** The MongoDB driver as every service uses it: one client, exact codecs, an answer to readiness. */
@NullMarked
package org.nxsi.platform.store;

import org.jspecify.annotations.NullMarked;
