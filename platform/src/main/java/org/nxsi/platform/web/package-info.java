/** Web conventions: callers, problems, idempotent commands, cursor paging. */
@NullMarked
package org.nxsi.platform.web;

import org.jspecify.annotations.NullMarked;
