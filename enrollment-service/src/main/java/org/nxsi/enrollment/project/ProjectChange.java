package org.nxsi.enrollment.project;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.nxsi.platform.cases.CaseFile;

/**
 * Something asked for about a project, or done. Public for the driver only.
 *
 * @param command what asked for it: a repetition finds it
 * @param file its case; the number is that of the change
 * @param by who asked, a person
 * @param proof the paper that shows it, by its reference
 * @param before what stood: an amount in yuan or a day; null where nothing did; after the decision what stood then
 * @param after what is to stand
 */
public record ProjectChange(
        Kind kind,
        String command,
        CaseFile file,
        String by,
        String proof,
        Instant at,
        @Nullable String before,
        String after) {

    /** What may be asked for. */
    public enum Kind {
        /** Before: nothing; after: the contract value. */
        REGISTRATION("工程项目参保登记"),
        CONTRACT_VALUE("工程总造价变更"),
        EXTENSION("工期延长"),
        COMPLETION("竣工");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        /** For people. */
        public String title() {
            return title;
        }

        /** Whether the sheet follows it. */
        boolean bearsOnMoney() {
            return switch (this) {
                case REGISTRATION, CONTRACT_VALUE -> true;
                case EXTENSION, COMPLETION -> false;
            };
        }

        /** Whether it bears on money or on how long people are insured: then a reviewer decides. */
        boolean needsReviewer() {
            return this != COMPLETION;
        }
    }

    boolean isOpen() {
        return file.state().isUndecided();
    }

    ProjectChange with(CaseFile next) {
        return with(next, before);
    }

    ProjectChange with(CaseFile next, @Nullable String stood) {
        return new ProjectChange(kind, command, next, by, proof, at, stood, after);
    }
}
