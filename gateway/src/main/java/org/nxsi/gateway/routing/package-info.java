/** From the catalogue and the admin table to routes, and clear answers where there is none. */
@NullMarked
package org.nxsi.gateway.routing;

import org.jspecify.annotations.NullMarked;
