package org.nxsi.enrollment.assessment;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.nxsi.enrollment.scheme.Scheme;

/** Whether two assessments say the same, told by a SHA-256 over what they say, whatever its order. */
final class Digest {

    private final MessageDigest sha256;

    private Digest() {
        try {
            this.sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static String of(SheetOrder order) {
        Digest digest = new Digest();
        digest.add(order.ground() + "|" + order.area() + "|" + order.dueDate());
        order.lines().stream()
                .sorted(Comparator.comparing(AssessedLine::person))
                .forEach(line -> {
                    digest.add(line.person().value());
                    digest.add(line.parts());
                    digest.add(String.valueOf(line.annuity()));
                });
        digest.add(order.whole());
        order.notAssessed().forEach(each -> digest.add(each.scheme().code() + "|" + each.key()));
        return HexFormat.of().formatHex(digest.sha256.digest());
    }

    private void add(Map<Scheme, Parts> parts) {
        new TreeMap<>(parts).forEach((scheme, part) -> add(scheme.code() + "|" + part));
    }

    private void add(String text) {
        sha256.update((text + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
