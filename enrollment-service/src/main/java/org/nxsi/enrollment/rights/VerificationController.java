package org.nxsi.enrollment.rights;

import io.swagger.v3.oas.annotations.Operation;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.nxsi.platform.clock.BusinessClock;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Anybody who holds a printed record can see whether it is genuine: no account, number and code are enough. */
@RestController
class VerificationController {

    private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");

    private final PrintedRecords records;
    private final IssuingRecords issuing;
    private final BusinessClock clock;

    VerificationController(PrintedRecords records, IssuingRecords issuing, BusinessClock clock) {
        this.records = records;
        this.issuing = issuing;
        this.clock = clock;
    }

    @Operation(
            summary = "权益记录核验",
            description =
                    "Whether a printed record is genuine, and what was issued. A wrong code is answered like an unknown"
                            + " number. A page for people who accept text/html.")
    @GetMapping("/public/v1/record-verifications/{number}")
    ResponseEntity<Object> verify(
            @PathVariable String number,
            @RequestParam @Nullable String code,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        Verification found = verification(number, code);
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .varyBy(HttpHeaders.ACCEPT)
                .header("Referrer-Policy", "no-referrer")
                .header("X-Robots-Tag", "noindex");
        return wantsHtml(accept)
                ? answer.contentType(HTML)
                        .header("Content-Security-Policy", VerificationPage.CONTENT_SECURITY_POLICY)
                        .body(VerificationPage.of(found, code != null && !code.isBlank()))
                : answer.contentType(MediaType.APPLICATION_JSON).body(found);
    }

    private Verification verification(String number, @Nullable String code) {
        return RecordNumber.read(number)
                .flatMap(each -> records.find(each.toString()))
                .filter(each -> VerificationCode.matches(each.code(), code))
                .map(each -> Verification.of(each, issuing.agencyOf(each.area()), clock.today()))
                .orElse(Verification.UNKNOWN);
    }

    private static boolean wantsHtml(@Nullable String accept) {
        return accept != null
                && Arrays.stream(accept.split(","))
                        .map(each -> each.strip().split(";", 2)[0])
                        .anyMatch(MediaType.TEXT_HTML_VALUE::equalsIgnoreCase);
    }
}
