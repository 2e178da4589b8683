package org.nxsi.simulators.bank;

import java.text.Normalizer;

/**
 * The bank's own reading of "the same name": middle dots of any make, full and half width and blanks make no
 * difference (RULES 5.2). Written apart from the bureau's reading on purpose, so that each checks the other.
 */
final class HolderName {

    private static final String MIDDLE_DOTS = "[•・‧･∙⋅]";

    private HolderName() {}

    static boolean same(String one, String other) {
        return plain(one).equals(plain(other));
    }

    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .replaceAll(MIDDLE_DOTS, "·")
                .replaceAll("[\\s\\p{Z}\u200B\uFEFF]", "");
    }
}
