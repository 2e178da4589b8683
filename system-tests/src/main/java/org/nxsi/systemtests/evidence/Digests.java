package org.nxsi.systemtests.evidence;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A digest per part of all that the auditor sees, for a comparison of two looks. What moves by itself is left out: when
 * a silent bank is asked next.
 *
 * @param byPart part by name, SHA-256 in hex
 */
public record Digests(Map<String, String> byPart) {

    static Digests of(Evidence evidence) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("runs", digest(evidence.runs()));
        parts.put("slices", digest(evidence.slices()));
        parts.put(
                "batches",
                digest(evidence.batches().stream().map(Batch::withoutPatience).toList()));
        parts.put("orders", digest(evidence.orders()));
        parts.put("instructions", digest(evidence.instructions()));
        parts.put("vouchers", digest(evidence.vouchers()));
        parts.put("bank reports", digest(evidence.reports()));
        parts.put("differences", digest(evidence.differences()));
        parts.put("reconciliations", digest(evidence.reconciliations()));
        parts.put("returned payments", digest(evidence.returnedPayments()));
        parts.put("dead letters", digest(evidence.deadLetters()));
        if (evidence.books().isThere()) {
            parts.put("the banks' books", digest(evidence.bankBooks().entries()));
        }
        return new Digests(parts);
    }

    /** The parts that are not the same in both. */
    public List<String> differing(Digests other) {
        return byPart.entrySet().stream()
                .filter(part -> !part.getValue().equals(other.byPart.get(part.getKey())))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static String digest(Iterable<?> items) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            items.forEach(item -> digest.update((item + "\n").getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
