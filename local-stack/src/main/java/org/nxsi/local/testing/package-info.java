/** What the tests of every service need of the world around them, for real: a store, a broker, tokens. */
@NullMarked
package org.nxsi.local.testing;

import org.jspecify.annotations.NullMarked;
