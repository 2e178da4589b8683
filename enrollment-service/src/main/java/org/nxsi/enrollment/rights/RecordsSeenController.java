package org.nxsi.enrollment.rights;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.platform.clock.BusinessClock;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.money.Month;
import org.nxsi.platform.web.Caller;
import org.nxsi.platform.web.Problem;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Printed records as staff see them: those of their agency's area, without the code, which is the holder's. */
@RestController
class RecordsSeenController {

    private final PrintedRecords records;
    private final BusinessClock clock;

    RecordsSeenController(PrintedRecords records, BusinessClock clock) {
        this.records = records;
        this.clock = clock;
    }

    /** @param holder persons masked; @param by the person who printed it */
    record View(
            String number,
            RecordKind kind,
            String title,
            String holder,
            AreaCode area,
            @Nullable Scheme scheme,
            Month from,
            Month to,
            LocalDate issuedOn,
            LocalDate expiresOn,
            boolean expired,
            List<String> summary,
            String digest,
            boolean sample,
            @Nullable String purpose,
            String by,
            String channel,
            Instant at) {}

    @Operation(summary = "A printed record", description = "What was issued, to whom, by which channel.")
    @GetMapping("/admin/v1/rights-records/{number}")
    View record(Caller caller, @PathVariable String number) {
        AreaCode own = caller.requireAgency();
        return RecordNumber.read(number)
                .flatMap(each -> records.find(each.toString()))
                .filter(each -> own.contains(each.area()))
                .map(this::view)
                .orElseThrow(() -> Problem.notFound("record-unknown", "no such printed record in the area of " + own)
                        .exception());
    }

    private View view(PrintedRecord each) {
        return new View(
                each.number(),
                each.kind(),
                each.kind().title(),
                each.holderShown(),
                each.area(),
                each.scheme(),
                each.from(),
                each.to(),
                each.issuedOn(),
                each.expiresOn(),
                each.isExpired(clock.today()),
                each.summary(),
                each.digest(),
                each.sample(),
                each.purpose(),
                each.by(),
                each.channel(),
                each.at());
    }
}
