package org.nxsi.pension.disbursement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.nxsi.local.testing.Answer;
import org.nxsi.local.testing.Eventually;
import org.nxsi.local.testing.ServiceUnderTest;
import org.nxsi.local.testing.Surroundings;
import org.nxsi.pension.EmergencyUnderTest;
import org.nxsi.pension.PensionApplication;
import org.nxsi.pension.WorkHandler;
import org.nxsi.pension.beneficiary.Beneficiaries;
import org.nxsi.pension.beneficiary.Beneficiary;
import org.nxsi.pension.beneficiary.BeneficiaryStatus;
import org.nxsi.pension.beneficiary.BenefitComponents;
import org.nxsi.pension.beneficiary.PayeeAccount;
import org.nxsi.pension.beneficiary.Scheme;
import org.nxsi.pension.payment.FakeBanks;
import org.nxsi.platform.events.ReceivedEvent;
import org.nxsi.platform.money.Fen;
import org.nxsi.platform.money.Month;
import org.nxsi.platform.web.Role;
import tools.jackson.databind.json.JsonMapper;

/**
 * A pension-service with fake banks, and the people who take a run through its steps. Its beneficiaries' city has had an
 * emergency since 2020-01-23: none of them is certified, and all are paid.
 */
final class MonthUnderTest implements AutoCloseable {

    static final String RUNS = "/admin/v1/disbursement-runs";

    final FakeBanks banks = FakeBanks.start();
    final Surroundings surroundings = Surroundings.startApart();
    final ServiceUnderTest service;

    /** @param settings further ones, as {@code name=value} */
    MonthUnderTest(String... settings) {
        service = instance(settings);
        EmergencyUnderTest.declare(surroundings.kafka(), service, "640100", "2020-01-23");
    }

    ServiceUnderTest instance(String... settings) {
        List<String> all = new ArrayList<>(List.of(
                "nxsi.partners-uri=" + banks.uri(),
                "nxsi.partner.keys-dir=" + banks.bureauKeys(),
                "nxsi.business-clock=settable",
                "nxsi.business-date=2020-03-10",
                "nxsi.pension.disbursement.beneficiaries-per-slice=40",
                "nxsi.partner.circuit.open=500ms",
                "nxsi.pension.payment.report-within=1s",
                "nxsi.pension.payment.first-inquiry=300ms"));
        List.of(settings).forEach(own -> {
            all.removeIf(each -> each.startsWith(own.substring(0, own.indexOf('=') + 1)));
            all.add(own);
        });
        return surroundings.service(PensionApplication.class, all.toArray(String[]::new));
    }

    /** So many beneficiaries of scheme 110 with 1,000.01 yuan each, spread over the banks; every tenth account is bad. */
    void beneficiaries(int count) {
        List<Beneficiary> made = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String payee = payee(i);
            made.add(new Beneficiary(
                    Beneficiary.idOf(payee, Scheme.ENTERPRISE),
                    payee,
                    "number" + i,
                    "张三",
                    "640104",
                    Scheme.ENTERPRISE,
                    Month.parse("2018-01"),
                    new BenefitComponents(Fen.of(60_000), Fen.of(30_000), Fen.of(10_001), Fen.ZERO),
                    new PayeeAccount(
                            FakeBanks.CODES.get(i % FakeBanks.CODES.size()),
                            "62200000%06d%s".formatted(i, i % 10 == 0 ? "99" : "01"),
                            "张三"),
                    LocalDate.of(2019, 12, 31),
                    BeneficiaryStatus.ACTIVE,
                    1));
        }
        service.part(Beneficiaries.class).collection().insertMany(made);
    }

    static String payee(int i) {
        String digits = "abcdefghijklmnopqrstuvwxyz234567";
        StringBuilder id = new StringBuilder();
        long mixed = (i + 1) * 0x9E3779B97F4A7C15L;
        for (int at = 0; at < 26; at++) {
            id.append(digits.charAt((int) ((mixed >>> (at % 12 * 5)) & 31)));
        }
        return id.toString();
    }

    String token(Role role) {
        return token(role, role.claim());
    }

    String token(Role role, String person) {
        return service.token(person)
                .client("ops-console")
                .roles(role)
                .claim("person_id", person)
                .claim("agency", "640000")
                .signed();
    }

    Answer post(String path, String token, String json) {
        return service.post(path, token, UUID.randomUUID().toString(), json);
    }

    /** A message of work that comes again, worked at once. */
    void again(String type, String subject) {
        ReceivedEvent work = new ReceivedEvent(
                "again", subject, type, subject, 1, Instant.now(), new JsonMapper().createObjectNode());
        service.parts(WorkHandler.class).stream()
                .filter(handler -> handler.type().equals(type))
                .forEach(handler -> handler.handle(work));
    }

    /** The business day, of the service and of the banks. */
    void today(LocalDate day) {
        Answer set = service.send(service.request("/ops/v1/clock", token(Role.ADMIN))
                .header("Content-Type", "application/json")
                .PUT(java.net.http.HttpRequest.BodyPublishers.ofString("{\"date\":\"" + day + "\"}")));
        if (set.status() != 200) {
            throw new AssertionError("the clock was not set: " + set.body());
        }
        banks.today(day);
    }

    /** One month; each test takes another, all of the same beneficiaries. */
    Paid month(String name) {
        return new Paid(name, 1);
    }

    /** A supplementary run; its number is what it will get. */
    Paid supplementary(String month, int number) {
        return new Paid(month, number);
    }

    /** The run of one month, and its steps by those whose steps they are. */
    final class Paid {

        final String month;
        final String run;
        final String path;

        final int number;

        Paid(String month, int number) {
            this.month = month;
            this.number = number;
            this.run = month + "-R" + number;
            this.path = RUNS + "/" + run;
        }

        Answer make() {
            return post(
                    RUNS,
                    token(Role.CLERK),
                    "{\"month\":\"" + month + "\"" + (number == 1 ? "" : ",\"kind\":\"SUPPLEMENTARY\"") + "}");
        }

        Answer step(String name, Role role) {
            return step(name, role, role.claim(), "{}");
        }

        Answer step(String name, Role role, String person, String json) {
            return post(path + "/" + name, token(role, person), json);
        }

        void untilStatus(RunStatus status) {
            Eventually.that(run + " is " + status, () -> read("status").equals(status.name()));
        }

        String read(String field) {
            return service.get(path, token(Role.CLERK)).text(field);
        }

        String report(String field) {
            return service.get(path + "/report", token(Role.AUDITOR)).text(field);
        }

        List<String> ordersReceived() {
            return banks.received().stream().filter(id -> id.startsWith(run)).toList();
        }

        /** Clerk makes and applies, finance registers what was allotted. */
        void fund() {
            make();
            untilStatus(RunStatus.CALCULATED);
            allot();
        }

        /** What is calculated is applied for and allotted. */
        void allot() {
            step("funding-application", Role.CLERK);
            banks.allot(Fen.ofYuan("1000000.00"));
            allotAgain();
            untilStatus(RunStatus.FUNDED);
        }

        /** The registration of what was allotted, once more. */
        Answer allotAgain() {
            List<String> lines = FakeBanks.CODES.stream()
                    .map(bank -> "{\"scheme\":\"110\",\"bank\":\"%s\",\"amount\":\"1000000.00\",\"advice\":\"%s-%s\"}"
                            .formatted(bank, run, bank))
                    .toList();
            return step("allotments", Role.FINANCE, "finance", "{\"lines\":[" + String.join(",", lines) + "]}");
        }

        void release() {
            fund();
            step("approval", Role.REVIEWER);
            step("release", Role.FINANCE);
        }

        /** Released, paid by all banks, reconciled and closed. */
        void close() {
            untilStatus(RunStatus.PAID);
            step("reconciliation", Role.FINANCE);
            untilStatus(RunStatus.RECONCILED);
            step("closing", Role.FINANCE);
            untilStatus(RunStatus.CLOSED);
        }
    }

    @Override
    public void close() {
        surroundings.close();
        banks.close();
    }
}
