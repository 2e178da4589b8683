package org.nxsi.enrollment.makeup;

/**
 * The paper that a make-up of three years and more rests on (人社部规〔2016〕5号). Public for the codec's sake.
 *
 * @param reference its number, 1 to 100 characters
 */
public record Paper(Kind kind, String reference) {

    static final int LONGEST_REFERENCE = 100;
    static final String CLAUSE = "人社部规〔2016〕5号";

    /** Who issued it. */
    public enum Kind {
        COURT("法院文书"),
        AUDIT("审计部门文书"),
        INSPECTION("劳动保障监察文书"),
        ARBITRATION("劳动人事争议仲裁文书");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        /** For people. */
        public String title() {
            return title;
        }
    }
}
