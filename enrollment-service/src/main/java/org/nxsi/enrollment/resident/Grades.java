package org.nxsi.enrollment.resident;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.policy.PolicyData;
import org.nxsi.platform.policy.PolicyUnknown;
import org.nxsi.platform.policy.PolicyValue;
import org.nxsi.platform.policy.PolicyVersion;
import org.nxsi.platform.web.Problem;
import org.nxsi.platform.web.ProblemException;

/** The grades (缴费档次) of which a resident chooses one a year, in yuan. */
record Grades(List<Fen> list, PolicyVersion version) {

    private static final String KEY = "resident.grades";

    Grades {
        list = List.copyOf(list);
    }

    /** @throws PolicyUnknown if no document tells them */
    static Grades of(PolicyData policies, AreaCode area, LocalDate on) {
        PolicyValue value = policies.find(KEY, area, Scheme.RESIDENT_PENSION.code(), on);
        return new Grades(value.list().stream().map(Grades::yuan).toList(), value.version());
    }

    /** @throws ProblemException 422 {@code grade-not-in-list}, naming the list */
    void require(Fen grade) {
        if (!list.contains(grade)) {
            throw Problem.of(422, "grade-not-in-list", "one grade of the list is chosen for a year")
                    .at("grade")
                    .with("grades", list.stream().map(Fen::toString).toList())
                    .with("policy", version.key())
                    .with("status", version.status().name())
                    .exception();
        }
    }

    static Fen yuan(BigDecimal amount) {
        return Fen.ofYuan(amount.setScale(2).toPlainString());
    }
}
