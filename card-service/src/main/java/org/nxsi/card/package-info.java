/** Social-security cards (社会保障卡). So far the service stands: its store, topics, tokens and health. The parts to come are the card's life cycle, the electronic card, the medical account and visits paid with the card. */
@NullMarked
package org.nxsi.card;

import org.jspecify.annotations.NullMarked;
