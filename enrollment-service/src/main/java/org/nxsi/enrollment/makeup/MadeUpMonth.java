package org.nxsi.enrollment.makeup;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.assessment.AssessmentSheet;
import org.nxsi.enrollment.assessment.SchemeTotal;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.platform.money.Month;
import org.nxsi.platform.policy.PolicyUnknown;
import org.nxsi.platform.web.Problem;

/**
 * What became of one month. Public for the codec's sake.
 *
 * @param sheet number of the sheet; null if the month is refused
 * @param schemes those assessed
 * @param missingSchemes those that could not be, and what is missing
 * @param code why it is refused; null unless it is
 * @param missing the document that would tell; null if nothing is missing, or not even that is on record
 */
public record MadeUpMonth(
        Month month,
        @Nullable String sheet,
        int revision,
        List<Scheme> schemes,
        List<String> missingSchemes,
        @Nullable String code,
        @Nullable String detail,
        @Nullable String missing) {

    public MadeUpMonth {
        schemes = List.copyOf(schemes);
        missingSchemes = List.copyOf(missingSchemes);
    }

    static MadeUpMonth of(Month month, AssessmentSheet sheet) {
        return new MadeUpMonth(
                month,
                sheet.number(),
                sheet.revision(),
                sheet.totals().stream().map(SchemeTotal::scheme).toList(),
                sheet.notAssessed().stream()
                        .map(each -> each.scheme().code() + ": " + each.key()
                                + (each.missing() == null ? "" : ", " + each.missing()))
                        .toList(),
                null,
                null,
                null);
    }

    static MadeUpMonth refused(Month month, Problem why) {
        Object missing = why.members().get("missing");
        return new MadeUpMonth(
                month,
                null,
                0,
                List.of(),
                List.of(),
                why.code(),
                why.detail(),
                missing == null ? null : missing.toString());
    }

    static MadeUpMonth refused(Month month, PolicyUnknown why) {
        return new MadeUpMonth(
                month, null, 0, List.of(), List.of(), why.code(), String.valueOf(why.getMessage()), why.missing());
    }
}
