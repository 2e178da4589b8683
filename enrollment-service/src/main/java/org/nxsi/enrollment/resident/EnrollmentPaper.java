package org.nxsi.enrollment.resident;

import java.util.Arrays;
import java.util.Optional;
import org.nxsi.platform.cases.Paper;

/** The papers that an enrolment may need; what other authorities share is not asked for (国务院令第716号 第七条). */
enum EnrollmentPaper {
    /** Not a main one: it may follow. */
    HOUSEHOLD("household-proof", "户口簿或居住证", false),
    /** Without it nobody can tell whether somebody past the pension's age has years to make up. */
    YEARS("years-proof", "可补缴年限的证明材料", true);

    private final String code;
    private final String title;
    private final boolean main;

    EnrollmentPaper(String code, String title, boolean main) {
        this.code = code;
        this.title = title;
        this.main = main;
    }

    static Optional<EnrollmentPaper> of(String code) {
        return Arrays.stream(values()).filter(each -> each.code.equals(code)).findFirst();
    }

    Paper paper() {
        return main ? Paper.main(code, title) : Paper.secondary(code, title);
    }
}
