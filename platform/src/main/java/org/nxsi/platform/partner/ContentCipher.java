package org.nxsi.platform.partner;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.engines.SM2Engine;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.nxsi.platform.partner.UntrustedMessage.Reason;

/** SM4-GCM (GB/T 32907) with a key of its own for one message, carried under the receiver's SM2 key (GB/T 32918). */
final class ContentCipher {

    private static final int KEY_BYTES = 16;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SM2Engine.Mode WRAPPING = SM2Engine.Mode.C1C3C2;

    private final byte[] key;
    private final byte[] nonce;

    private ContentCipher(byte[] key, byte[] nonce) {
        this.key = key;
        this.nonce = nonce;
    }

    static ContentCipher withRandomKey(SecureRandom random) {
        byte[] key = new byte[KEY_BYTES];
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(key);
        random.nextBytes(nonce);
        return new ContentCipher(key, nonce);
    }

    static ContentCipher unwrapped(byte[] wrappedKey, byte[] nonce, ECPrivateKeyParameters receiverKey) {
        try {
            SM2Engine engine = new SM2Engine(WRAPPING);
            engine.init(false, receiverKey);
            byte[] key = engine.processBlock(wrappedKey, 0, wrappedKey.length);
            if (key.length != KEY_BYTES || nonce.length != NONCE_BYTES) {
                throw new UntrustedMessage(Reason.NOT_TO_BE_OPENED);
            }
            return new ContentCipher(key, nonce);
        } catch (InvalidCipherTextException | IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw new UntrustedMessage(Reason.NOT_TO_BE_OPENED);
        }
    }

    byte[] wrappedFor(ECPublicKeyParameters receiverKey, SecureRandom random) {
        try {
            SM2Engine engine = new SM2Engine(WRAPPING);
            engine.init(true, new ParametersWithRandom(receiverKey, random));
            return engine.processBlock(key, 0, key.length);
        } catch (InvalidCipherTextException e) {
            throw new IllegalStateException("SM2 encryption failed", e);
        }
    }

    byte[] nonce() {
        return nonce.clone();
    }

    byte[] encrypt(byte[] content) {
        try {
            return process(true, content);
        } catch (InvalidCipherTextException e) {
            throw new IllegalStateException("SM4 encryption failed", e);
        }
    }

    /** @throws UntrustedMessage if tag or digest show that this is not what was sealed */
    byte[] decrypt(byte[] cipherText, String expectedMac) {
        try {
            byte[] content = process(false, cipherText);
            if (MessageDigest.isEqual(ascii(mac(content)), ascii(expectedMac))) {
                return content;
            }
        } catch (InvalidCipherTextException e) {
            throw new UntrustedMessage(Reason.NOT_TO_BE_OPENED);
        }
        throw new UntrustedMessage(Reason.NOT_TO_BE_OPENED);
    }

    /** HMAC-SM3 of the content, hex. */
    String mac(byte[] content) {
        HMac mac = new HMac(new SM3Digest());
        mac.init(new KeyParameter(key));
        mac.update(content, 0, content.length);
        byte[] out = new byte[mac.getMacSize()];
        mac.doFinal(out, 0);
        return HexFormat.of().formatHex(out);
    }

    private byte[] process(boolean encrypt, byte[] input) throws InvalidCipherTextException {
        GCMModeCipher gcm = GCMBlockCipher.newInstance(new SM4Engine());
        gcm.init(encrypt, new AEADParameters(new KeyParameter(key), TAG_BITS, nonce));
        byte[] output = new byte[gcm.getOutputSize(input.length)];
        int length = gcm.processBytes(input, 0, input.length, output, 0);
        length += gcm.doFinal(output, length);
        return length == output.length ? output : Arrays.copyOf(output, length);
    }

    private static byte[] ascii(String hex) {
        return hex.getBytes(StandardCharsets.US_ASCII);
    }
}
