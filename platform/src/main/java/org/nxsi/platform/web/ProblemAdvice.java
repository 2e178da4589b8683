package org.nxsi.platform.web;

import com.mongodb.MongoException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.stream.Collectors;
import org.nxsi.platform.calendar.CalendarUnknown;
import org.nxsi.platform.emergency.PeriodsNotRead;
import org.nxsi.platform.policy.PolicyUnknown;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Turns whatever ends a request early into one clear problem; never a stack trace. */
@RestControllerAdvice
class ProblemAdvice {

    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler
    ResponseEntity<Object> refused(ProblemException refused) {
        return answer(refused.problem());
    }

    @ExceptionHandler
    ResponseEntity<Object> unreadable(HttpMessageNotReadableException unreadable) {
        if (unreadable.getCause() instanceof JacksonException json) {
            String field = json.getPath().stream()
                    .map(step -> step.getPropertyName() == null ? "[" + step.getIndex() + "]" : step.getPropertyName())
                    .collect(Collectors.joining("."));
            return answer(Problem.badRequest("malformed-body", field, rootMessage(json)));
        }
        return answer(Problem.of(400, "malformed-body", "the body is missing or cannot be read"));
    }

    @ExceptionHandler
    ResponseEntity<Object> mistyped(MethodArgumentTypeMismatchException mistyped) {
        return answer(Problem.badRequest("invalid-parameter", mistyped.getName(), rootMessage(mistyped)));
    }

    @ExceptionHandler
    ResponseEntity<Object> missing(MissingServletRequestParameterException missing) {
        return answer(Problem.badRequest(
                "missing-parameter",
                missing.getParameterName(),
                "parameter " + missing.getParameterName() + " is needed"));
    }

    @ExceptionHandler
    ResponseEntity<Object> missing(MissingRequestHeaderException missing) {
        return answer(Problem.badRequest(
                "missing-header", missing.getHeaderName(), "header " + missing.getHeaderName() + " is needed"));
    }

    @ExceptionHandler
    ResponseEntity<Object> notKnown(PolicyUnknown unknown) {
        Problem problem = Problem.of(422, unknown.code(), rootMessage(unknown))
                .with("policy", unknown.key())
                .with("region", unknown.region())
                .with("scheme", unknown.scheme())
                .with("on", unknown.date().toString());
        return answer(unknown.missing() == null ? problem : problem.with("missing", unknown.missing()));
    }

    @ExceptionHandler
    ResponseEntity<Object> notKnown(CalendarUnknown unknown) {
        return answer(Problem.of(422, unknown.code(), rootMessage(unknown)).with("year", unknown.year()));
    }

    @ExceptionHandler
    ResponseEntity<Object> storeFailed(
            MongoException failed, HttpServletRequest request, HttpServletResponse response) {
        log.warn("store failed at {} {}: {}", request.getMethod(), request.getRequestURI(), failed.toString());
        requireNotBegun(response);
        return answer(
                Problem.of(503, "store-unavailable", "the store does not answer; nothing was half done, try again"));
    }

    @ExceptionHandler
    ResponseEntity<Object> periodsNotRead(PeriodsNotRead notYet) {
        return answer(Problem.of(
                503, "emergency-periods-not-read", "this instance is still reading the emergency periods, try again"));
    }

    @ExceptionHandler
    ResponseEntity<Object> unforeseen(Exception unforeseen, HttpServletRequest request, HttpServletResponse response) {
        if (unforeseen instanceof ErrorResponse refusal) {
            String title = refusal.getBody().getTitle();
            String code = title == null ? "refused" : code(title);
            String detail = refusal.getBody().getDetail();
            Problem problem = Problem.of(refusal.getStatusCode().value(), code, detail == null ? code : detail);
            return ResponseEntity.status(problem.status())
                    .headers(refusal.getHeaders())
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(problem.body());
        }
        log.error("{} {} failed", request.getMethod(), request.getRequestURI(), unforeseen);
        requireNotBegun(response);
        return answer(Problem.of(500, "internal-error", "this should not have happened; it has been logged"));
    }

    /** Of a long answer the caller has a part already: to leave it to the container breaks it off for all to see. */
    private static void requireNotBegun(HttpServletResponse response) {
        if (response.isCommitted()) {
            throw new IllegalStateException("the answer has begun and is broken off");
        }
    }

    private static ResponseEntity<Object> answer(Problem problem) {
        ResponseEntity.BodyBuilder answer =
                ResponseEntity.status(problem.status()).contentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (problem.status() == 503 || problem.status() == 429) {
            answer.header(HttpHeaders.RETRY_AFTER, "5");
        }
        return answer.body(problem.body());
    }

    static String code(String title) {
        return title.toLowerCase(Locale.ROOT).replace(' ', '-');
    }

    private static String rootMessage(Throwable failed) {
        Throwable root = failed;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        if (root instanceof UnrecognizedPropertyException unknown) {
            return "there is no " + unknown.getPropertyName();
        }
        String message = root instanceof JacksonException json ? json.getOriginalMessage() : root.getMessage();
        return message == null ? "cannot be read" : message;
    }
}
