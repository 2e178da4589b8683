package org.nxsi.systemtests.laws;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import org.nxsi.systemtests.evidence.Evidence;
import org.nxsi.systemtests.evidence.Instruction;

/**
 * What the bank knows a payment by is 32 characters of base32(SHA-256(key)): reckoned here a second time, on its own, so
 * that a changed formula cannot give an old obligation a new name. The key names payee, scheme and slot.
 */
final class EndToEndIdsAreOfKeys implements Law {

    private static final String DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int LENGTH = 32;
    private static final int BITS = 5;

    @Override
    public String name() {
        return "end-to-end-ids-are-of-keys";
    }

    @Override
    public String source() {
        return "rule 3; RULES 5.1 aad053";
    }

    @Override
    public List<Breach> breaches(Evidence evidence) {
        List<Breach> breaches = new ArrayList<>();
        MessageDigest sha256 = sha256();
        for (Instruction each : evidence.instructions()) {
            String expected = base32(sha256.digest(each.id().getBytes(StandardCharsets.UTF_8)));
            if (!expected.equals(each.endToEndId())) {
                breaches.add(Breach.of(each.id(), "goes to the bank as %s, not as %s", each.endToEndId(), expected));
            }
            String[] parts = each.obligation().split("\\|", -1);
            boolean named = parts.length == 5
                    && parts[0].equals(each.payee())
                    && parts[1].equals(each.scheme())
                    && parts[3].equals(each.slot());
            if (!named) {
                breaches.add(Breach.of(
                        each.id(), "is %s's for %s under scheme %s", each.payee(), each.slot(), each.scheme()));
            }
        }
        return breaches;
    }

    private static String base32(byte[] bytes) {
        StringBuilder text = new StringBuilder(LENGTH);
        for (int at = 0; at < LENGTH; at++) {
            int bit = at * BITS;
            int two = (bytes[bit / 8] & 0xff) << 8 | (bytes[bit / 8 + 1] & 0xff);
            text.append(DIGITS.charAt(two >>> (16 - BITS - bit % 8) & 31));
        }
        return text.toString();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
