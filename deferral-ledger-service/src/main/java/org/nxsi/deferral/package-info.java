/** The emergency period and the ledger (台账) of everything put off because of it. So far the service stands: its store, topics, tokens and health. The parts to come are the period, the ledger's entries and their deadlines. */
@NullMarked
package org.nxsi.deferral;

import org.jspecify.annotations.NullMarked;
