package org.nxsi.enrollment.employer;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.money.Month;

/**
 * An employer as its agents and staff see it.
 *
 * @param registeredLate registered later than 30 days after its founding (社会保险法 第五十七条)
 * @param size in the current month; absent until it is determined, as is the risk class
 * @param floatRatio in the current month
 */
record EmployerView(
        String creditCode,
        String name,
        Area area,
        String unitType,
        @Nullable String unitTypeName,
        LocalDate foundedOn,
        LocalDate registeredOn,
        boolean registeredLate,
        Employer.@Nullable Contact contact,
        @Nullable ReliefSize size,
        @Nullable Integer riskClass,
        BigDecimal floatRatio,
        List<FromMonth> sizes,
        List<FromMonth> riskClasses,
        List<FromMonth> floats,
        List<TakesPart> schemes) {

    record Area(String code, String name) {}

    record TakesPart(
            Scheme scheme,
            String schemeName,
            Month from,
            @Nullable Month to) {}

    static EmployerView of(Employer employer, Month month) {
        AreaCode area = employer.area();
        return new EmployerView(
                employer.id().value(),
                employer.name(),
                new Area(area.code(), area.fullName()),
                employer.unitType().code(),
                employer.unitType().title(),
                employer.foundedOn(),
                employer.registeredOn(),
                employer.registeredLate(),
                employer.contact(),
                employer.size(month),
                employer.riskClass(month).isPresent()
                        ? (Integer) employer.riskClass(month).getAsInt()
                        : null,
                employer.floatRatio(month),
                employer.sizes(),
                employer.riskClasses(),
                employer.floats(),
                employer.schemes().stream()
                        .map(each -> new TakesPart(each.scheme(), each.scheme().title(), each.from(), each.to()))
                        .toList());
    }
}
