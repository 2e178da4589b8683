package org.nxsi.enrollment.assessment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.nxsi.enrollment.Topics;
import org.nxsi.platform.events.OutboxEvent;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The fact that a payer's month was assessed: sums by scheme, nobody's name and nobody's wage. */
@Component
class SheetEvents {

    static final String ASSESSED = "enrollment.contributions-assessed";

    private final JsonMapper json;

    SheetEvents(JsonMapper json) {
        this.json = json;
    }

    private record SchemeOwed(
            String scheme, int persons, String employer, String person, String government, String exempted) {

        static SchemeOwed of(SchemeTotal total) {
            return new SchemeOwed(
                    total.scheme().code(),
                    total.persons(),
                    total.employer().toString(),
                    total.person().toString(),
                    total.government().toString(),
                    total.exempted().toString());
        }
    }

    private record ContributionsAssessed(
            String sheet,
            String payer,
            String month,
            String area,
            int revision,
            String ground,
            LocalDate issuedOn,
            LocalDate dueDate,
            int persons,
            String owed,
            String difference,
            List<SchemeOwed> schemes,
            List<String> notAssessed) {}

    OutboxEvent assessed(AssessmentSheet sheet) {
        ContributionsAssessed assessed = new ContributionsAssessed(
                sheet.number(),
                sheet.payer().toString(),
                sheet.month().toString(),
                sheet.area().code(),
                sheet.revision(),
                sheet.ground().name(),
                sheet.issuedOn(),
                sheet.dueDate(),
                sheet.persons(),
                sheet.owed().toString(),
                sheet.history().getLast().difference().toString(),
                sheet.totals().stream().map(SchemeOwed::of).toList(),
                sheet.notAssessed().stream().map(each -> each.scheme().code()).toList());
        return new OutboxEvent(
                ASSESSED + "/" + sheet.number() + "/" + sheet.revision(),
                Topics.EVENTS,
                sheet.payer().id(),
                ASSESSED,
                sheet.number(),
                sheet.revision(),
                Instant.now(),
                json.writeValueAsString(assessed));
    }
}
