package org.nxsi.enrollment.rights;

import io.swagger.v3.oas.annotations.Operation;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.nxsi.enrollment.employer.Agents;
import org.nxsi.enrollment.employer.Employer;
import org.nxsi.enrollment.person.Known;
import org.nxsi.enrollment.person.PersonRegister;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.platform.clock.BusinessClock;
import org.nxsi.platform.money.Month;
import org.nxsi.platform.web.Caller;
import org.nxsi.platform.web.Problem;
import org.nxsi.platform.web.Role;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Printed records of persons and employers: a PDF for whoever accepts one, else the same as JSON. */
@RestController
class RecordController {

    private static final int MOST_MONTHS_OF_PERSON = 480;
    private static final int MOST_MONTHS_OF_EMPLOYER = 12;
    private static final Pattern PURPOSE = Pattern.compile("[^\\p{Cntrl}]{2,50}");

    private final MakingPersonRecord ofPersons;
    private final MakingEmployerRecord ofEmployers;
    private final IssuingRecords issuing;
    private final RecordPapers papers;
    private final PersonRegister register;
    private final Agents agents;
    private final BusinessClock clock;

    RecordController(
            MakingPersonRecord ofPersons,
            MakingEmployerRecord ofEmployers,
            IssuingRecords issuing,
            RecordPapers papers,
            PersonRegister register,
            Agents agents,
            BusinessClock clock) {
        this.ofPersons = ofPersons;
        this.ofEmployers = ofEmployers;
        this.issuing = issuing;
        this.papers = papers;
        this.register = register;
        this.agents = agents;
        this.clock = clock;
    }

    @Operation(
            summary = "个人社会保险权益记录打印",
            description =
                    "宁人社办发〔2020〕2号 附件2第16项. Free (社会保险法 第七十四条). Without months the year so far. The same again on the same"
                            + " day is the same record. The number is masked unless a purpose is given, which is printed and"
                            + " kept.")
    @GetMapping("/v1/persons/me/rights-record")
    ResponseEntity<Object> person(
            Caller caller,
            @RequestParam @Nullable String scheme,
            @RequestParam @Nullable Month from,
            @RequestParam @Nullable Month to,
            @RequestParam @Nullable String purpose,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        caller.require(Role.CITIZEN);
        Known me = register.require(caller.requirePersonId());
        Scheme only = scheme(scheme);
        Period period = Period.of(from, to, clock.month(), MOST_MONTHS_OF_PERSON);
        PersonRecord content = ofPersons.of(me, period, only, purpose(purpose));
        Printed<PersonRecord> printed = issuing.issue(
                new IssuingRecords.Wanted<>(
                        RecordKind.PERSON,
                        me.id().value(),
                        me.name().masked() + " " + me.number().masked(),
                        me.area(),
                        only,
                        period,
                        content,
                        content.schemes().stream().map(Words::summary).toList(),
                        content.sample(),
                        content.purpose()),
                caller);
        return wantsPdf(accept) ? pdf(printed.number(), papers.person(printed)) : json(printed);
    }

    @Operation(
            summary = "社会保险权益记录打印（单位）",
            description =
                    "宁人社办发〔2020〕2号 附件2第6项. Everybody whom the employer insured in at most 12 months, numbers masked;"
                            + " at most 5,000 persons. Without months the year so far.")
    @GetMapping("/v1/employers/me/rights-record")
    ResponseEntity<Object> employer(
            Caller caller,
            @RequestParam @Nullable Month from,
            @RequestParam @Nullable Month to,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        Employer employer = agents.actingFor(caller);
        Period period = Period.of(from, to, clock.month(), MOST_MONTHS_OF_EMPLOYER);
        EmployerRecord content = ofEmployers.of(employer, period);
        Printed<EmployerRecord> printed = issuing.issue(
                new IssuingRecords.Wanted<>(
                        RecordKind.EMPLOYER,
                        employer.id().value(),
                        employer.name() + " " + employer.id().value(),
                        employer.area(),
                        null,
                        period,
                        content,
                        content.schemes().stream().map(Words::summary).toList(),
                        content.sample(),
                        null),
                caller);
        return wantsPdf(accept) ? pdf(printed.number(), papers.employer(printed)) : json(printed);
    }

    private static @Nullable Scheme scheme(@Nullable String code) {
        return code == null
                ? null
                : Scheme.of(code)
                        .orElseThrow(() -> Problem.badRequest("unknown-scheme", "scheme", "110, 120, 170, 210 or 410")
                                .exception());
    }

    private static @Nullable String purpose(@Nullable String purpose) {
        if (purpose != null && (purpose.isBlank() || !PURPOSE.matcher(purpose).matches())) {
            throw Problem.badRequest("invalid-parameter", "purpose", "2 to 50 characters that say what for")
                    .exception();
        }
        return purpose == null ? null : purpose.strip();
    }

    static boolean wantsPdf(@Nullable String accept) {
        return accept != null
                && Arrays.stream(accept.split(","))
                        .map(each -> each.strip().split(";", 2)[0])
                        .anyMatch(MediaType.APPLICATION_PDF_VALUE::equalsIgnoreCase);
    }

    private static ResponseEntity<Object> json(Printed<?> printed) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .varyBy(HttpHeaders.ACCEPT)
                .contentType(MediaType.APPLICATION_JSON)
                .body(printed);
    }

    private static ResponseEntity<Object> pdf(String number, byte[] file) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .varyBy(HttpHeaders.ACCEPT)
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + number + ".pdf\"")
                .contentType(MediaType.APPLICATION_PDF)
                .body(file);
    }
}
