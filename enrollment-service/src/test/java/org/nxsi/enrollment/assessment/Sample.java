package org.nxsi.enrollment.assessment;

import java.nio.file.Path;
import org.nxsi.platform.identity.CreditCode;
import org.nxsi.platform.policy.PolicyData;

/** What tests are made with. */
public final class Sample {

    private static final String CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private Sample() {}

    /** What ships, with the demo's sample values on top. */
    public static PolicyData policies() {
        return PolicyData.shipped().with(Path.of("../local-stack/policies/demo.yaml"));
    }

    /** A right code; the same serial is the same employer. */
    public static CreditCode creditCode(int serial) {
        String first17 = "91640100MA7%06d".formatted(serial);
        for (char check : CHARACTERS.toCharArray()) {
            if (CreditCode.check(first17 + check) == null) {
                return CreditCode.parse(first17 + check);
            }
        }
        throw new IllegalArgumentException("no check digit for " + first17);
    }
}
