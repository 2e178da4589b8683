package org.nxsi.platform.clock;

import java.time.LocalDate;
import org.nxsi.platform.web.Caller;
import org.nxsi.platform.web.Role;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Exists only where the business clock can be set. */
@RestController
@RequestMapping("/ops/v1/clock")
class ClockController {

    private final SettableBusinessClock clock;

    ClockController(SettableBusinessClock clock) {
        this.clock = clock;
    }

    record BusinessDate(LocalDate date) {}

    @GetMapping
    BusinessDate date() {
        return new BusinessDate(clock.today());
    }

    @PutMapping
    BusinessDate set(Caller caller, @RequestBody BusinessDate wanted) {
        caller.require(Role.ADMIN);
        clock.set(wanted.date());
        return new BusinessDate(clock.today());
    }
}
