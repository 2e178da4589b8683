package org.nxsi.platform.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.nxsi.platform.calendar.WorkingDays;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.identity.SocialNumber;
import org.nxsi.platform.money.Month;
import org.nxsi.platform.policy.PolicyData;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A service with one part, whose only purpose is to be asked. */
@SpringBootApplication(proxyBeanMethods = false)
@ComponentScan(useDefaultFilters = false)
@Import(ThingsApplication.Things.class)
class ThingsApplication {

    record Thing(String name, @Nullable Month month) {}

    record Made(String id, String name, int times) {}

    @RestController
    static class Things {

        final AtomicInteger made = new AtomicInteger();
        final Map<String, AtomicInteger> failures = new ConcurrentHashMap<>();
        volatile CountDownLatch entered = new CountDownLatch(0);
        volatile CountDownLatch mayLeave = new CountDownLatch(0);

        @PostMapping("/v1/things")
        ResponseEntity<Made> make(CommandId command, @RequestBody Thing thing) {
            Made answer = new Made(command.derive("thing"), thing.name(), made.incrementAndGet());
            return ResponseEntity.status(HttpStatus.CREATED)
                    .header("Location", "/v1/things/" + answer.id())
                    .body(answer);
        }

        /** Fails the first time that a name is asked for. */
        @PostMapping("/v1/things/shaky")
        Made shaky(CommandId command, @RequestBody Thing thing) {
            if (failures.computeIfAbsent(thing.name(), name -> new AtomicInteger())
                            .getAndIncrement()
                    == 0) {
                throw new IllegalStateException("the first time fails");
            }
            return new Made(command.derive("thing"), thing.name(), 1);
        }

        @PostMapping("/v1/things/refused")
        Made refused(@RequestBody Thing thing) {
            made.incrementAndGet();
            throw Problem.conflict("thing-exists", "there is one already")
                    .under("社会保险法 第五十七条")
                    .with("thing", thing.name())
                    .exception();
        }

        @PostMapping("/v1/things/slow")
        Made slow(CommandId command, @RequestBody Thing thing) throws InterruptedException {
            entered.countDown();
            mayLeave.await();
            return new Made(command.derive("thing"), thing.name(), 1);
        }

        @Question
        @PostMapping("/v1/things/lookups")
        Made lookup(@RequestBody Thing thing) {
            return new Made("none", thing.name(), 0);
        }

        @GetMapping("/v1/things/policy")
        boolean policy() {
            return PolicyData.shipped()
                    .find(
                            "emergency.late_fee_waived",
                            AreaCode.NINGXIA,
                            PolicyData.ALL_SCHEMES,
                            LocalDate.parse("2020-02-25"))
                    .flag();
        }

        @GetMapping("/v1/things/calendar")
        boolean calendar() {
            return WorkingDays.official().isWorkingDay(LocalDate.parse("2100-01-04"));
        }

        @GetMapping("/v1/things/long")
        void longAnswer(HttpServletResponse response) throws IOException {
            response.getOutputStream().print("one, two, ");
            response.flushBuffer();
            throw new IllegalStateException("three cannot be found");
        }

        @GetMapping("/v1/things")
        PageRequest list(PageRequest page) {
            return page;
        }

        @GetMapping("/v1/things/{number}")
        String one(
                @PathVariable SocialNumber number, @RequestParam Month month, @RequestParam @Nullable LocalDate day) {
            return number + " " + month + " " + day;
        }

        @GetMapping("/v1/callers/me")
        Caller me(Caller caller) {
            return caller;
        }
    }
}
