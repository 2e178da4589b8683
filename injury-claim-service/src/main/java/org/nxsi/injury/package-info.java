/** Work-injury insurance (工伤保险). So far the service stands: its store, topics, tokens and health. The parts to come are reports and recognition, the green channel, benefits and the settlement of medical costs. */
@NullMarked
package org.nxsi.injury;

import org.jspecify.annotations.NullMarked;
