package org.nxsi.enrollment.relation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.batch.Refusal;
import org.nxsi.platform.emergency.EmergencyPeriod;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.money.Month;

/**
 * Whether a registration of an employee comes late: later than 30 days after the hiring (社会保险法 第五十八条). The law
 * insures whoever is employed, so that none is refused for being late: one that was due in an emergency period is told to the
 * ledger (宁人社办发〔2020〕2号 第七条), any other one is only marked.
 */
final class LateRule {

    static final String EMERGENCY_CLAUSE = "宁人社办发〔2020〕2号 第七条";
    static final String LAW = "社会保险法 第五十八条";

    private LateRule() {}

    /** What is known of emergencies. */
    interface Emergencies {

        @Nullable
        EmergencyPeriod inForce(AreaCode area, LocalDate on);

        /** The last day to make up what was put off in a period that is lifted. */
        LocalDate makeUpUntil(EmergencyPeriod lifted);
    }

    /**
     * Null if in time.
     *
     * @param days policy {@code relation.registration_days}
     */
    static @Nullable Late of(LocalDate hiredOn, LocalDate today, int days, AreaCode area, Emergencies emergencies) {
        LocalDate dueOn = hiredOn.plusDays(days);
        if (!today.isAfter(dueOn)) {
            return null;
        }
        EmergencyPeriod period = emergencies.inForce(area, dueOn);
        boolean over = period != null && period.liftedOn() != null && today.isAfter(emergencies.makeUpUntil(period));
        return new Late(dueOn, period == null || over ? null : period.id(), Month.of(dueOn));
    }

    /** What is remarked of a row that was carried out late. */
    static Refusal remark(Late late) {
        return late.period() == null
                ? new Refusal("registered-late", "hiredOn", "应于 " + late.dueOn() + " 前办理参保登记；逾期办理，仍予登记", LAW)
                : new Refusal(
                        "late-accepted",
                        "hiredOn",
                        "应于 " + late.dueOn() + " 前办理参保登记；疫情防控期间逾期办理予以受理，不影响权益记录",
                        EMERGENCY_CLAUSE);
    }
}
