/** The one door to the system: channels, catalogue, tokens, limits and breakers. */
@NullMarked
package org.nxsi.gateway;

import org.jspecify.annotations.NullMarked;
