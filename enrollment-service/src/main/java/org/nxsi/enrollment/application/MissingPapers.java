package org.nxsi.enrollment.application;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.nxsi.platform.cases.Paper;
import org.nxsi.platform.web.Problem;
import org.nxsi.platform.web.ProblemException;

/**
 * All that is missing of an application, told once: as staff write it.
 *
 * @param missing absent or empty where nothing is
 * @param supplyBy last day for it; needed with missing papers
 */
public record MissingPapers(
        @Nullable List<Missing> missing, @Nullable LocalDate supplyBy) {

    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]{1,39}");
    private static final Pattern NAME = Pattern.compile("[^\\p{Cntrl}]{2,100}");
    private static final int MOST = 20;
    private static final int MOST_DAYS = 366;

    /** @param main whether nothing can be decided without it (要件) */
    public record Missing(
            @Nullable String code,
            @Nullable String name,
            @Nullable Boolean main) {}

    /** @throws ProblemException 400 naming what is wrong */
    public List<Paper> papers() {
        List<Missing> wanted = missing == null ? List.of() : missing;
        if (wanted.size() > MOST) {
            throw wrong("at most " + MOST);
        }
        Set<String> codes = new HashSet<>();
        return wanted.stream()
                .map(each -> {
                    String code = each.code();
                    String name = each.name();
                    if (code == null || !CODE.matcher(code).matches() || !codes.add(code)) {
                        throw wrong("each with a code of its own, small letters, digits and -");
                    }
                    if (name == null || !NAME.matcher(name).matches()) {
                        throw wrong("each with a name of 2 to 100 characters");
                    }
                    return Boolean.TRUE.equals(each.main()) ? Paper.main(code, name) : Paper.secondary(code, name);
                })
                .toList();
    }

    /** @throws ProblemException 400 if it is needed and absent, past or too far away */
    public @Nullable LocalDate lastDay(LocalDate today) {
        if (missing == null || missing.isEmpty()) {
            return null;
        }
        if (supplyBy == null || supplyBy.isBefore(today) || supplyBy.isAfter(today.plusDays(MOST_DAYS))) {
            throw Problem.badRequest("invalid-field", "supplyBy", "from today on, within a year")
                    .exception();
        }
        return supplyBy;
    }

    private static ProblemException wrong(String detail) {
        return Problem.badRequest("invalid-field", "missing", detail).exception();
    }
}
