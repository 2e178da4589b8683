package org.nxsi.enrollment.medical;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the medical-insurance bureau (医保局), which owns 310 and 390, says of a person; nothing of it is kept here.
 *
 * @param source 医保, whatever is answered
 * @param available whether it answered in time
 * @param asOf as of when; absent where it did not answer
 * @param detail for people, where it did not answer
 */
public record MedicalAnswer(
        String source,
        boolean available,
        @Nullable String asOf,
        List<MedicalRelation> relations,
        @Nullable String detail) {

    private static final String SOURCE = "医保";

    public MedicalAnswer {
        relations = List.copyOf(relations);
    }

    static MedicalAnswer told(String asOf, List<MedicalRelation> relations) {
        return new MedicalAnswer(SOURCE, true, asOf, relations, null);
    }

    static MedicalAnswer notNow() {
        return new MedicalAnswer(SOURCE, false, null, List.of(), "医疗保险信息由医保部门提供，暂时无法取得，请稍后再查");
    }
}
