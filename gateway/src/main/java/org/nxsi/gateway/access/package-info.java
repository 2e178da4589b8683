/** Who may come in by which door, what is known about a request, and what is written down of it. */
@NullMarked
package org.nxsi.gateway.access;

import org.jspecify.annotations.NullMarked;
