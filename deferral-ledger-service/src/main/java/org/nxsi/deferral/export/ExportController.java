package org.nxsi.deferral.export;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nxsi.deferral.ledger.Entries;
import org.nxsi.deferral.ledger.Kind;
import org.nxsi.deferral.ledger.State;
import org.nxsi.deferral.view.SeenByStaff;
import org.nxsi.platform.clock.BusinessClock;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.web.Caller;
import org.nxsi.platform.web.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Staff take the ledger of their area with them, as a file; who did is logged. */
@RestController
class ExportController {

    private static final Logger audit = LoggerFactory.getLogger("nxsi.audit");
    private static final int AT_ONCE = 1_000;

    private final Entries entries;
    private final BusinessClock clock;
    private final long mostRows;

    ExportController(
            Entries entries, BusinessClock clock, @Value("${nxsi.deferral.export.most-rows:1000000}") long mostRows) {
        this.entries = entries;
        this.clock = clock;
        this.mostRows = mostRows;
    }

    @Operation(
            summary = "The business ledger (业务台账) as a file",
            description = "format=xlsx or csv, narrowed as the search is. Persons are masked; text cells only.")
    @GetMapping("/admin/v1/deferrals/export")
    void export(
            Caller caller,
            @RequestParam String format,
            @RequestParam @Nullable AreaCode region,
            @RequestParam @Nullable Kind kind,
            @RequestParam @Nullable State state,
            @RequestParam @Nullable LocalDate deadlineFrom,
            @RequestParam @Nullable LocalDate deadlineUntil,
            @RequestParam @Nullable String period,
            HttpServletResponse response)
            throws IOException {
        ExportFormat file = ExportFormat.of(format);
        AreaCode area = SeenByStaff.within(caller, region);
        Entries.Wanted wanted =
                new Entries.Wanted(area, null, kind, listed(state), period, deadlineFrom, deadlineUntil);
        long rows = entries.count(wanted);
        if (rows > mostRows) {
            throw Problem.of(422, "export-too-large", rows + " rows; at most " + mostRows + " go into a file")
                    .exception();
        }
        List<LedgerLine> first = LedgerLines.of(entries.page(wanted, null, AT_ONCE));
        response.setContentType(file.mediaType());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, disposition(area, file));
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        long written = LedgerFile.write(
                file, first, last -> LedgerLines.of(entries.page(wanted, last, AT_ONCE)), response.getOutputStream());
        response.getOutputStream().flush();
        audit.info("{} rows of the ledger of {} taken as {} by {}", written, area, file, caller.subject());
    }

    private static @Nullable State listed(@Nullable State state) {
        if (state == State.AWAITED) {
            throw Problem.badRequest("invalid-parameter", "state", "what is only awaited is in no list")
                    .exception();
        }
        return state;
    }

    /** The plain name for old clients, the Chinese one for all others (RFC 6266). */
    private String disposition(AreaCode area, ExportFormat file) {
        String day = clock.today().toString();
        String name = LedgerFile.SHEET + "-" + area.areaName() + "-" + day + "." + file.suffix();
        String plain = "deferral-ledger-" + area + "-" + day + "." + file.suffix();
        return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''"
                + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
