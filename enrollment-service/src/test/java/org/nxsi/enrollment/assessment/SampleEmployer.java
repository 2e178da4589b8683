package org.nxsi.enrollment.assessment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.employer.Agent;
import org.nxsi.enrollment.employer.Employer;
import org.nxsi.enrollment.employer.FromMonth;
import org.nxsi.enrollment.employer.Participation;
import org.nxsi.enrollment.employer.ReliefSize;
import org.nxsi.enrollment.employer.UnitType;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.identity.CreditCode;
import org.nxsi.platform.identity.PersonId;
import org.nxsi.platform.money.Month;

/** An employer of 兴庆区 as a test wants it; everything holds since 2019-01. */
public final class SampleEmployer {

    private static final Month SINCE = Month.parse("2019-01");

    private final CreditCode code;
    private final List<FromMonth> sizes = new ArrayList<>();
    private final List<FromMonth> riskClasses = new ArrayList<>();
    private final List<FromMonth> floats = new ArrayList<>();
    private final List<Agent> agents = new ArrayList<>();
    private AreaCode area = AreaCode.parse("640104");

    private SampleEmployer(CreditCode code) {
        this.code = code;
    }

    public static SampleEmployer of(int serial) {
        return new SampleEmployer(Sample.creditCode(serial));
    }

    SampleEmployer size(@Nullable ReliefSize size) {
        if (size != null) {
            sizes.add(new FromMonth(SINCE, size.name()));
        }
        return this;
    }

    SampleEmployer riskClass(int riskClass) {
        riskClasses.add(new FromMonth(SINCE, String.valueOf(riskClass)));
        return this;
    }

    SampleEmployer floating(String ratio) {
        floats.add(new FromMonth(SINCE, ratio));
        return this;
    }

    SampleEmployer floatingFrom(String month, String ratio) {
        floats.add(new FromMonth(Month.parse(month), ratio));
        return this;
    }

    SampleEmployer in(String other) {
        area = AreaCode.parse(other);
        return this;
    }

    public SampleEmployer agent(PersonId person) {
        agents.add(new Agent(person, LocalDate.of(2019, 1, 1), null, "委托书-1", "clerk"));
        return this;
    }

    public Employer build() {
        return new Employer(
                code,
                "宁夏示例有限公司",
                area,
                UnitType.ENTERPRISE,
                LocalDate.of(2018, 5, 1),
                LocalDate.of(2018, 5, 20),
                false,
                null,
                sizes,
                riskClasses,
                floats,
                List.of(
                        new Participation(Scheme.EMPLOYEE_PENSION, SINCE, null),
                        new Participation(Scheme.UNEMPLOYMENT, SINCE, null),
                        new Participation(Scheme.WORK_INJURY, SINCE, null)),
                agents,
                1);
    }
}
