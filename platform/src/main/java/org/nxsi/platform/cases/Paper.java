package org.nxsi.platform.cases;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A paper that is missing from a case.
 *
 * @param code stable code of the kind of paper
 * @param name for people, in Chinese
 * @param main whether nothing can be decided without it (要件); others can be supplied after acceptance (容缺)
 * @param suppliedOn null while it is missing
 */
public record Paper(
        String code, String name, boolean main, @Nullable LocalDate suppliedOn) {

    public static Paper main(String code, String name) {
        return new Paper(code, name, true, null);
    }

    public static Paper secondary(String code, String name) {
        return new Paper(code, name, false, null);
    }

    boolean isMissing() {
        return suppliedOn == null;
    }

    Paper supplied(LocalDate on) {
        return isMissing() ? new Paper(code, name, main, on) : this;
    }
}
