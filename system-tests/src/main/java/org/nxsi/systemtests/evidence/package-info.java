/** What an auditor can see of a running system: over HTTP and Kafka, page by page, never its code or its store. */
@NullMarked
package org.nxsi.systemtests.evidence;

import org.jspecify.annotations.NullMarked;
