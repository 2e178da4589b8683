/** The page that describes the interfaces of all services. */
@NullMarked
package org.nxsi.gateway.docs;

import org.jspecify.annotations.NullMarked;
