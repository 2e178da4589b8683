package org.nxsi.systemtests.evidence;

import org.nxsi.platform.money.Fen;

/** A stored message to a bank, as read again from its bytes. */
public record Order(String messageId, String batch, String digest, String digestOfBytes, long payments, Fen amount) {}
