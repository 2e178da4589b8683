package org.nxsi.deferral.postponement;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nxsi.deferral.DeferralUnderTest;
import org.nxsi.deferral.Topics;
import org.nxsi.deferral.ledger.EntryKey;
import org.nxsi.deferral.ledger.Kind;
import org.nxsi.deferral.ledger.SubjectKind;
import org.nxsi.local.testing.Answer;
import org.nxsi.local.testing.EventSchemas;
import org.nxsi.local.testing.TestListener;
import org.nxsi.platform.money.Month;
import org.nxsi.platform.web.Role;
import tools.jackson.databind.json.JsonMapper;

class PostponementTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String PATH = "/admin/v1/postponements";

    private final Claims claims = DeferralUnderTest.service().part(Claims.class);
    private final PostponedMonths objection = DeferralUnderTest.service().part(PostponedMonths.class);
    private final Postponements postponements = DeferralUnderTest.service().part(Postponements.class);

    @Test
    void a_clerk_records_and_another_person_approves_and_the_answer_names_the_arrangement() {
        String employer = Employers.next();
        Answer recorded = record(employer, "2020-02", "2020-07");

        assertThat(recorded.status()).as(recorded.body()).isEqualTo(201);
        assertThat(recorded.text("state")).isEqualTo("PROPOSED");
        assertThat(recorded.text("arrangement", "code")).isEqualTo("POSTPONEMENT");
        assertThat(recorded.text("arrangement", "title")).isEqualTo("缓缴");
        assertThat(recorded.text("lastDayWithoutLateFee")).isEqualTo("2020-07-31");

        Answer approved = approve(id(recorded), reviewer());
        assertThat(approved.status()).as(approved.body()).isEqualTo(200);
        assertThat(approved.text("state")).isEqualTo("APPROVED");
        try (TestListener events = DeferralUnderTest.surroundings().listen(Topics.EVENTS)) {
            assertThat(events.await(1, each -> new String(each.value(), StandardCharsets.UTF_8).contains(id(recorded))))
                    .singleElement()
                    .satisfies(each -> EventSchemas.assertValid(each.value()));
        }
    }

    @Test
    void who_recorded_it_does_not_approve_it_under_whichever_account() {
        Answer recorded = record(Employers.next(), "2020-02", "2020-03");
        String same = DeferralUnderTest.service()
                .token("another-account")
                .client("ops-console")
                .roles(Role.REVIEWER)
                .claim("agency", "640000")
                .claim("person_id", "clerk-person")
                .signed();

        assertThat(approve(id(recorded), same).text("code")).isEqualTo("same-person");
        assertThat(approve(id(recorded), clerk()).text("code")).isEqualTo("role-required");
    }

    @Test
    void a_month_of_the_deferral_ledger_is_not_postponed_as_well() {
        String employer = Employers.next();
        assertThat(objection.against(List.of(contributions(employer, "2020-03"))))
                .isEmpty();
        Answer recorded = record(employer, "2020-02", "2020-04");

        Answer refused = approve(id(recorded), reviewer());

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("code")).isEqualTo("month-deferred");
        assertThat(refused.text("month")).isEqualTo("2020-03");
        assertThat(refused.text("arrangement", "code")).isEqualTo("DEFERRAL");
        assertThat(objection.against(List.of(contributions(employer, "2020-02"))))
                .as("what the attempt had claimed is free again")
                .isEmpty();
    }

    @Test
    void a_postponed_month_is_not_deferred_as_well() {
        String employer = Employers.next();
        Answer recorded = record(employer, "2020-02", "2020-04");
        approve(id(recorded), reviewer());

        EntryKey in = contributions(employer, "2020-04");
        EntryKey out = contributions(employer, "2020-05");
        EntryKey registration = new EntryKey(SubjectKind.EMPLOYER, employer, Kind.REGISTRATION, Month.parse("2020-04"));

        assertThat(objection.against(List.of(in, out, registration))).containsOnlyKeys(in);
        assertThat(objection.against(List.of(in)).get(in)).satisfies(refusal -> {
            assertThat(refusal.status()).isEqualTo(409);
            assertThat(refusal.code()).isEqualTo("month-postponed");
            assertThat(refusal.detail()).contains(id(recorded)).contains("缓缴");
        });
    }

    @Test
    void two_postponements_do_not_share_a_month() {
        String employer = Employers.next();
        String first = id(record(employer, "2020-02", "2020-04"));
        String second = id(record(employer, "2020-04", "2020-06"));
        approve(first, reviewer());

        Answer refused = approve(second, reviewer());

        assertThat(refused.text("code")).isEqualTo("month-postponed");
        assertThat(refused.text("postponement")).isEqualTo(first);
    }

    @Test
    void a_claim_that_a_crash_left_with_a_refused_one_holds_nobody_up() {
        String employer = Employers.next();
        String id = id(record(employer, "2020-02", "2020-03"));
        Postponement recorded = Objects.requireNonNull(postponements.byId(id));
        assertThat(claims.forPostponement(recorded)).isEmpty();
        Postponement.Decision decision =
                new Postponement.Decision("r", recorded.at(), LocalDate.parse("2020-02-10"), "no");
        assertThat(postponements.decide(recorded, Postponement.State.REFUSED, decision, List.of()))
                .isNotNull();

        EntryKey february = contributions(employer, "2020-02");
        assertThat(objection.against(List.of(february))).isEmpty();
        assertThat(approve(id(record(employer, "2020-02", "2020-02")), reviewer())
                        .text("entry"))
                .isEqualTo(february.id());
    }

    @Test
    void of_an_approval_and_an_opening_at_the_same_moment_one_has_the_month_and_never_both() {
        for (int i = 0; i < 20; i++) {
            String employer = Employers.next();
            String id = id(record(employer, "2020-02", "2020-02"));
            EntryKey february = contributions(employer, "2020-02");

            CompletableFuture<Boolean> opened = CompletableFuture.supplyAsync(
                    () -> objection.against(List.of(february)).isEmpty());
            CompletableFuture<Boolean> approved =
                    CompletableFuture.supplyAsync(() -> approve(id, reviewer()).status() == 200);

            assertThat(opened.join()).isNotEqualTo(approved.join());
        }
    }

    @Test
    void of_many_approvals_at_once_one_is_done() {
        String id = id(record(Employers.next(), "2020-02", "2020-04"));

        List<CompletableFuture<Answer>> approvals = IntStream.range(0, 5)
                .mapToObj(each -> CompletableFuture.supplyAsync(() -> approve(id, reviewer("reviewer-" + each))))
                .toList();

        assertThat(approvals.stream().map(CompletableFuture::join).filter(each -> each.status() == 200))
                .hasSize(1);
        assertThat(Objects.requireNonNull(postponements.byId(id)).state()).isEqualTo(Postponement.State.APPROVED);
    }

    @ParameterizedTest
    @CsvSource({
        "2020-02, 2020-08, 110, 400, too-many-months, to",
        "2020-03, 2020-02, 110, 400, invalid-field, to",
        "2020-02, 2020-03, 1x0, 400, invalid-field, schemes",
        "2020-02, 2020-03, 310, 422, policy-unknown, ",
    })
    void a_wrong_application_is_refused_by_name(
            String from, String to, String scheme, int status, String code, String field) {
        Answer answer = post(PATH, clerk(), body(Employers.next(), from, to, scheme));

        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.text("code")).isEqualTo(code);
        if (field != null) {
            assertThat(answer.text("field")).isEqualTo(field);
        }
    }

    @Test
    void a_wrong_check_digit_is_told_and_nothing_is_recorded() {
        String wrong = Employers.next().substring(0, 17) + "I";

        assertThat(post(PATH, clerk(), body(wrong, "2020-02", "2020-03", "110")).text("field"))
                .isEqualTo("employer");
        assertThat(DeferralUnderTest.service()
                        .get(PATH + "?employer=" + wrong, clerk())
                        .json()
                        .path("items")
                        .isEmpty())
                .isTrue();
    }

    @Test
    void an_agency_sees_and_records_its_own_area_only() {
        Answer recorded = record(Employers.next(), "2020-02", "2020-03");
        String elsewhere = DeferralUnderTest.staffOf("640200", "clerk-640200", Role.CLERK, Role.REVIEWER);

        assertThat(DeferralUnderTest.service()
                        .get(PATH + "/" + id(recorded), elsewhere)
                        .status())
                .isEqualTo(404);
        assertThat(approve(id(recorded), elsewhere).status()).isEqualTo(404);
        assertThat(post(PATH, elsewhere, body(Employers.next(), "2020-02", "2020-03", "110"))
                        .text("code"))
                .isEqualTo("area-not-yours");
    }

    @Test
    void the_same_command_records_once() {
        String key = DeferralUnderTest.freshKey();
        String body = body(Employers.next(), "2020-02", "2020-03", "110");

        String first =
                DeferralUnderTest.service().post(PATH, clerk(), key, body).text("id");

        assertThat(DeferralUnderTest.service().post(PATH, clerk(), key, body).text("id"))
                .isEqualTo(first);
    }

    private static EntryKey contributions(String employer, String month) {
        return new EntryKey(SubjectKind.EMPLOYER, employer, Kind.CONTRIBUTION, Month.parse(month));
    }

    private static Answer record(String employer, String from, String to) {
        return post(PATH, clerk(), body(employer, from, to, "110"));
    }

    private static Answer approve(String id, String token) {
        return post(PATH + "/" + id + "/approval", token, "{}");
    }

    private static Answer post(String path, String token, String body) {
        return DeferralUnderTest.service().post(path, token, DeferralUnderTest.freshKey(), body);
    }

    private static String body(String employer, String from, String to, String scheme) {
        return JSON.writeValueAsString(Map.of(
                "employer",
                employer,
                "area",
                "640104",
                "from",
                from,
                "to",
                to,
                "schemes",
                List.of(scheme),
                "docNo",
                "宁人社缓〔2020〕1号"));
    }

    private static String id(Answer answer) {
        return answer.text("id");
    }

    private static String clerk() {
        return DeferralUnderTest.service()
                .token("clerk")
                .client("ops-console")
                .roles(Role.CLERK)
                .claim("agency", "640000")
                .claim("person_id", "clerk-person")
                .signed();
    }

    private static String reviewer() {
        return reviewer("reviewer");
    }

    private static String reviewer(String account) {
        return DeferralUnderTest.staff(account, Role.REVIEWER);
    }
}
