/** The real Kafka as a process of its own: one KRaft node that keeps its log in a folder. */
@NullMarked
package org.nxsi.local.kafka;

import org.jspecify.annotations.NullMarked;
