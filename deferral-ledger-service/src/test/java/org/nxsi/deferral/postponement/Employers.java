package org.nxsi.deferral.postponement;

import java.util.concurrent.atomic.AtomicInteger;
import org.nxsi.platform.identity.CreditCode;

/** Credit codes that no other test uses, with right check characters. */
public final class Employers {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final AtomicInteger NEXT = new AtomicInteger();

    private Employers() {}

    public static String next() {
        String body = "91640100M5%07d".formatted(NEXT.incrementAndGet());
        return ALPHABET.chars()
                .mapToObj(last -> body + (char) last)
                .filter(code -> CreditCode.check(code) == null)
                .findFirst()
                .orElseThrow();
    }
}
