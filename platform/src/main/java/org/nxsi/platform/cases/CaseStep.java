package org.nxsi.platform.cases;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One line of a case's history.
 *
 * @param state the state after it
 * @param by who did it: an opaque id, never a name
 * @param remark for people, in Chinese; the reason where one is needed
 * @param clause the clause it rests on; null where none is needed
 */
public record CaseStep(
        CaseState state,
        LocalDate on,
        String by,
        String remark,
        @Nullable String clause) {}
