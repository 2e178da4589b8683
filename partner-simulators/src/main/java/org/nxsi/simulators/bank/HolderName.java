package org.nxsi.simulators.bank;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * The bank's own reading of "the same name": middle dots of any make, full and half width and blanks make no
 * difference (RULES 5.2). Written apart from the bureau's reading on purpose, so that each checks the other.
 */
final class HolderName {

    private static final Pattern MIDDLE_DOTS = Pattern.compile("[•・‧･∙⋅]");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}\u200B\uFEFF]");

    private HolderName() {}

    static boolean same(String one, String other) {
        return one.equals(other) || plain(one).equals(plain(other));
    }

    private static String plain(String name) {
        String normalized = Normalizer.normalize(name, Normalizer.Form.NFKC);
        return BLANKS.matcher(MIDDLE_DOTS.matcher(normalized).replaceAll("·")).replaceAll("");
    }
}
