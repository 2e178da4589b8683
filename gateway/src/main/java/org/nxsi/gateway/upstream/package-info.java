/** The services behind the gateway: their instances, and one request passed on and answered. */
@NullMarked
package org.nxsi.gateway.upstream;

import org.jspecify.annotations.NullMarked;
