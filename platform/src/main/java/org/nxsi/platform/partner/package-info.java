/**
 * Messages to and from payment partners: ISO 20022 documents, each inside a sealed envelope (SM2 signature over SM3,
 * SM4 with a key wrapped for the receiver). Nothing inside an envelope is decrypted or parsed before its signature holds.
 */
@NullMarked
package org.nxsi.platform.partner;

import org.jspecify.annotations.NullMarked;
