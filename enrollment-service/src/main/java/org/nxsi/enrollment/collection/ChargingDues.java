package org.nxsi.enrollment.collection;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nxsi.enrollment.assessment.Charge;
import org.nxsi.enrollment.assessment.Charging;
import org.nxsi.platform.clock.BusinessClock;
import org.nxsi.platform.identity.AreaCode;
import org.springframework.stereotype.Component;

/** What sheets assess becomes what is owed. Money that came before finds its due here. */
@Component
class ChargingDues implements Charging {

    private final PostingToDues posting;
    private final BusinessClock clock;

    ChargingDues(PostingToDues posting, BusinessClock clock) {
        this.posting = posting;
        this.clock = clock;
    }

    @Override
    public void charge(List<Charge> charges) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        LocalDate today = clock.today();
        Map<AreaCode, Map<DueKey, List<Posting>>> byArea = new LinkedHashMap<>();
        for (Charge each : charges) {
            byArea.computeIfAbsent(each.area(), any -> new LinkedHashMap<>())
                    .computeIfAbsent(new DueKey(each.payer(), each.scheme(), each.month()), any -> new ArrayList<>())
                    .add(Posting.charged(charged(each), now, today));
        }
        byArea.forEach((area, wanted) -> posting.post(wanted, area));
    }

    private static Charged charged(Charge charge) {
        return new Charged(
                charge.sheet(),
                charge.revision(),
                charge.area(),
                charge.employerPart(),
                charge.personPart(),
                charge.dueDate(),
                charge.persons());
    }
}
