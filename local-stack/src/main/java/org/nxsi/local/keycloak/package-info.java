/** The real Keycloak as a process of its own, with the bureau's realm and the demo people of this machine. */
@NullMarked
package org.nxsi.local.keycloak;

import org.jspecify.annotations.NullMarked;
