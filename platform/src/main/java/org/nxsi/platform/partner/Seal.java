package org.nxsi.platform.partner;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.nxsi.platform.partner.UntrustedMessage.Reason;

/** Seals messages in one partner's name and opens those addressed to it. Safe for use by several threads. */
public final class Seal {

    /** The longest content that an envelope may carry, in bytes. */
    public static final int MAX_CONTENT_BYTES = 8 * 1024 * 1024;

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final byte[] SIGNED_AS = "nxsi-sealed-1".getBytes(StandardCharsets.US_ASCII);

    private final PartnerKeys keys;

    public Seal(PartnerKeys keys) {
        this.keys = keys;
    }

    /** SM3 (GB/T 32905) of the bytes, hex. */
    public static String digest(byte[] bytes) {
        SM3Digest sm3 = new SM3Digest();
        sm3.update(bytes, 0, bytes.length);
        byte[] digest = new byte[sm3.getDigestSize()];
        sm3.doFinal(digest, 0);
        return HexFormat.of().formatHex(digest);
    }

    /**
     * @param receiver a partner whose public key is known
     * @throws MalformedMessage if the content is longer than {@link #MAX_CONTENT_BYTES} or the id no message id
     */
    public SealedMessage seal(String receiver, MessageType type, String messageId, byte[] content) {
        if (content.length > MAX_CONTENT_BYTES) {
            throw new MalformedMessage("content is longer than " + MAX_CONTENT_BYTES + " bytes");
        }
        ECPublicKeyParameters receiverKey = keys.publicKey(receiver)
                .orElseThrow(() -> new IllegalArgumentException("no public key of partner " + receiver));
        ContentCipher cipher = ContentCipher.withRandomKey(RANDOM);
        byte[] compressed = Compression.compressed(content);
        SealedMessage unsigned = new SealedMessage(
                keys.self(),
                receiver,
                messageId,
                type.wireName(),
                cipher.mac(compressed),
                base64(cipher.wrappedFor(receiverKey, RANDOM)),
                base64(cipher.nonce()),
                base64(cipher.encrypt(compressed)),
                "");
        return withSignature(unsigned, base64(sign(unsigned)));
    }

    /**
     * Opens an envelope, in this order: sender, receiver and type as expected, signature, key, content.
     *
     * @throws UntrustedMessage at the first of these that does not hold; nothing later has been looked at then
     */
    public OpenedMessage open(SealedMessage message, String expectedSender, MessageType expectedType) {
        ECPublicKeyParameters senderKey = keys.publicKey(expectedSender)
                .filter(key -> message.sender().equals(expectedSender))
                .orElseThrow(() -> new UntrustedMessage(Reason.WRONG_SENDER));
        refuseUnless(message.receiver().equals(keys.self()), Reason.WRONG_RECEIVER);
        refuseUnless(message.type().equals(expectedType.wireName()), Reason.WRONG_TYPE);
        refuseUnless(isSignedBy(senderKey, message), Reason.WRONG_SIGNATURE);
        byte[] compressed = ContentCipher.unwrapped(bytes(message.wrappedKey()), bytes(message.iv()), keys.privateKey())
                .decrypt(bytes(message.cipherText()), message.digest());
        return new OpenedMessage(message.sender(), message.messageId(), expectedType, Compression.expanded(compressed));
    }

    private byte[] sign(SealedMessage message) {
        try {
            SM2Signer signer = new SM2Signer();
            signer.init(true, new ParametersWithRandom(keys.privateKey(), RANDOM));
            feed(signer, message);
            return signer.generateSignature();
        } catch (CryptoException e) {
            throw new IllegalStateException("SM2 signature failed", e);
        }
    }

    private static boolean isSignedBy(ECPublicKeyParameters key, SealedMessage message) {
        SM2Signer signer = new SM2Signer();
        signer.init(false, key);
        feed(signer, message);
        try {
            return signer.verifySignature(Base64.getDecoder().decode(message.signature()));
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }

    /** Each field with its length before it, so that no two envelopes feed the same bytes. */
    private static void feed(SM2Signer signer, SealedMessage message) {
        signer.update(SIGNED_AS, 0, SIGNED_AS.length);
        feed(signer, message.sender());
        feed(signer, message.receiver());
        feed(signer, message.messageId());
        feed(signer, message.type());
        feed(signer, message.digest());
        feed(signer, message.wrappedKey());
        feed(signer, message.iv());
        feed(signer, message.cipherText());
    }

    private static void feed(SM2Signer signer, String field) {
        byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
        signer.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array(), 0, Integer.BYTES);
        signer.update(bytes, 0, bytes.length);
    }

    private static SealedMessage withSignature(SealedMessage unsigned, String signature) {
        return new SealedMessage(
                unsigned.sender(),
                unsigned.receiver(),
                unsigned.messageId(),
                unsigned.type(),
                unsigned.digest(),
                unsigned.wrappedKey(),
                unsigned.iv(),
                unsigned.cipherText(),
                signature);
    }

    private static void refuseUnless(boolean holds, Reason reason) {
        if (!holds) {
            throw new UntrustedMessage(reason);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] bytes(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new UntrustedMessage(Reason.NOT_TO_BE_OPENED);
        }
    }
}
