/** What each channel offers, as the annexes of the notice list it; data, not code. */
@NullMarked
package org.nxsi.gateway.catalogue;

import org.jspecify.annotations.NullMarked;
