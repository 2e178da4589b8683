/** Limits on everything that passes: time, size, concurrency, rate, and breakers for what is ill. */
@NullMarked
package org.nxsi.gateway.protection;

import org.jspecify.annotations.NullMarked;
