package org.nxsi.platform.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where the container sends what failed outside of every controller: a problem like all others. */
@RestController
class ErrorPage implements ErrorController {

    @RequestMapping("${spring.web.error.path:${error.path:/error}}")
    ResponseEntity<Object> error(HttpServletRequest request) {
        Object stated = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatus status = stated instanceof Integer code ? HttpStatus.resolve(code) : HttpStatus.NOT_FOUND;
        Problem problem = status == null || status.is5xxServerError()
                ? Problem.of(500, "internal-error", "this should not have happened; it has been logged")
                : Problem.of(status.value(), ProblemAdvice.code(status.getReasonPhrase()), "the request was refused");
        return ResponseEntity.status(problem.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem.body());
    }
}
