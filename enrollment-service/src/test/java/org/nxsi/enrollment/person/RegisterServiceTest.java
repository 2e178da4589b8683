package org.nxsi.enrollment.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nxsi.enrollment.EnrollmentUnderTest.clerk;
import static org.nxsi.enrollment.EnrollmentUnderTest.person;
import static org.nxsi.enrollment.EnrollmentUnderTest.reviewer;
import static org.nxsi.enrollment.EnrollmentUnderTest.service;
import static org.nxsi.enrollment.Registered.post;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.nxsi.enrollment.EnrollmentUnderTest;
import org.nxsi.enrollment.Registered;
import org.nxsi.local.testing.Answer;
import org.nxsi.local.testing.EventSchemas;
import org.nxsi.local.testing.TestBroker;
import org.nxsi.local.testing.TestListener;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.identity.PersonId;
import org.nxsi.platform.identity.PersonName;
import org.nxsi.platform.identity.SocialNumber;
import org.nxsi.platform.web.Role;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RegisterServiceTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String PERSONS = "/admin/v1/persons";
    private static final String PROPOSALS = PERSONS + "/identity-proposals";

    @Test
    void a_clerk_registers_a_list_and_each_row_is_answered() {
        String known = Registered.person("李小红", "640104");
        String fresh = Registered.freshNumber();

        Answer answer = post(PERSONS, clerk(), Map.of("persons", List.of(row(fresh, "王芳"), row(known, "李小兰"))));

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.text("persons", "0", "result")).isEqualTo("REGISTERED");
        assertThat(answer.text("persons", "0", "personId")).isEqualTo(person(fresh));
        assertThat(answer.text("persons", "1", "result")).isEqualTo("NAME_DIFFERS");
        assertThat(service().get(PERSONS + "/" + person(fresh), clerk()).text("name"))
                .isEqualTo("*芳");
        assertThat(service().get(PERSONS + "/" + person(known), clerk()).text("name"))
                .isEqualTo("*小红");
    }

    @Test
    void a_list_with_one_wrong_row_registers_nobody() {
        String fresh = Registered.freshNumber();
        Answer twice = post(PERSONS, clerk(), Map.of("persons", List.of(row(fresh, "王芳"), row(fresh, "王芳"))));
        Answer wrong =
                post(PERSONS, clerk(), Map.of("persons", List.of(row(fresh, "王芳"), row("640104196002290012", "王芳"))));
        Answer elsewhere = post(
                PERSONS,
                EnrollmentUnderTest.staffOf("640200", "c2", Role.CLERK),
                Map.of("persons", List.of(row(fresh, "王芳"))));
        Answer many = post(
                PERSONS,
                clerk(),
                Map.of(
                        "persons",
                        IntStream.range(0, 1_001).mapToObj(i -> Map.of()).toList()));

        assertThat(twice.text("code")).isEqualTo("number-twice");
        assertThat(twice.text("field")).isEqualTo("persons.[1].number");
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.text("detail")).contains("social-number-check-digit").doesNotContain("640104196002290012");
        assertThat(elsewhere.text("code")).isEqualTo("area-not-yours");
        assertThat(many.status()).isEqualTo(400);
        assertThat(service().get(PERSONS + "/" + person(fresh), clerk()).status())
                .isEqualTo(404);
    }

    @Test
    void many_are_registered_in_batches_and_told_once_however_often_it_is_said() {
        PersonRegister register = service().part(PersonRegister.class);
        List<NewPerson> people = new ArrayList<>();
        for (int i = 0; i < 1_200; i++) {
            people.add(new NewPerson(
                    SocialNumber.parse(Registered.freshNumber()), PersonName.parse("张三"), AreaCode.parse("640302")));
        }

        Map<SocialNumber, PersonId> first = register.registerAll(people, "test/many");
        Map<SocialNumber, PersonId> again = register.registerAll(people, "test/many");
        register.registerAll(people.subList(0, 3), "test/others");

        assertThat(first).hasSize(1_200).isEqualTo(again);
        List<JsonNode> told = told(key -> key.startsWith("test/many/") || key.startsWith("test/others/"), 2);
        assertThat(told).hasSize(2);
        told.forEach(each -> EventSchemas.assertValid(JSON.writeValueAsBytes(each)));
        assertThat(told.stream()
                        .mapToInt(each -> each.path("data").path("persons").size()))
                .containsExactlyInAnyOrder(1_000, 200);
        assertThat(told.toString())
                .doesNotContain("张三", people.getFirst().number().value());
    }

    @Test
    void a_registration_that_a_crash_left_half_done_is_finished_without_anybody_asking() {
        PersonId id = PersonId.parse(person(Registered.freshNumber()));
        String number = Registered.freshNumber();
        PersonId own = PersonId.parse(person(number));
        NewPerson left = new NewPerson(SocialNumber.parse(number), PersonName.parse("张三"), AreaCode.parse("640302"));
        service().part(RegisterBatches.class).intend("test/crashed", Map.of(own, left), LocalDate.parse("2020-02-10"));
        PersonRegister register = service().part(PersonRegister.class);
        assertThat(register.find(own)).isEmpty();

        service().part(UnfinishedBusiness.class).finishBegunBefore(Instant.now().plusSeconds(1));

        assertThat(register.find(own)).get().extracting(Known::id).isEqualTo(own);
        assertThat(register.find(id)).isEmpty();
        assertThat(told(key -> key.startsWith("test/crashed/"), 1)).hasSize(1);
        assertThat(service()
                        .part(RegisterBatches.class)
                        .leftBehind(Instant.now().plusSeconds(1), 10))
                .isEmpty();
    }

    @Test
    void a_change_keeps_before_after_and_proof_and_tells_no_name() {
        String number = Registered.person("李小红", "640104");
        String path = PERSONS + "/" + person(number);

        Answer changed = post(
                path + "/changes",
                clerk(),
                Map.of("name", "李晓红", "area", "640105", "phone", "13912345678", "proof", "户口簿"));
        Answer nothing = post(path + "/changes", clerk(), Map.of("name", "李晓红", "proof", "户口簿"));
        Answer unproven = post(path + "/changes", clerk(), Map.of("name", "李红"));

        assertThat(changed.text("name")).isEqualTo("*晓红");
        assertThat(changed.text("phone")).isEqualTo("139****5678");
        assertThat(nothing.text("code")).isEqualTo("nothing-changes");
        assertThat(unproven.text("field")).isEqualTo("proof");
        Answer history = service().get(path + "/changes?purpose=checking+the+paper", clerk());
        assertThat(history.text("0", "proof")).isEqualTo("户口簿");
        assertThat(history.text("0", "fields", "0", "before")).isEqualTo("李小红");
        assertThat(service().get(path + "/changes", clerk()).text("0", "fields", "0", "before"))
                .isEqualTo("*小红");
        JsonNode told = told(key -> key.equals(person(number)), 1).getFirst();
        EventSchemas.assertValid(JSON.writeValueAsBytes(told));
        assertThat(told.path("data").path("area").stringValue()).isEqualTo("640105");
        assertThat(told.toString()).doesNotContain("李", "13912345678");
    }

    @Test
    void what_rosters_tell_and_what_the_register_says_stand_side_by_side() {
        RosterEvents.Line line = RosterEvents.line(31);
        Persons persons = service().part(Persons.class);
        RosterBatch batch = RosterBatch.read(
                RosterEvents.received("side", Instant.parse("2020-02-05T01:00:00Z"), List.of(line)),
                service().part(PersonNumbers.class));
        persons.take(batch.lines());
        assertThat(post(
                                PERSONS + "/" + line.personId() + "/changes",
                                clerk(),
                                Map.of("phone", "13912345678", "proof", "x1"))
                        .text("code"))
                .isEqualTo("person-on-roster-only");

        post(PERSONS, clerk(), Map.of("persons", List.of(row(line.socialNumber(), "张小明"))));

        Answer seen = service().get(PERSONS + "/" + line.personId(), clerk());
        assertThat(seen.text("name")).isEqualTo("*小明");
        assertThat(seen.text("beneficiaryOf", "0", "since")).isEqualTo("2012-03");
        persons.take(RosterBatch.read(
                        RosterEvents.received(
                                "side2",
                                Instant.now(),
                                List.of(line.withVersion(7).withName("张大明"))),
                        service().part(PersonNumbers.class))
                .lines());
        assertThat(service().get(PERSONS + "/" + line.personId(), clerk()).text("name"))
                .isEqualTo("*小明");
    }

    @Test
    void a_death_is_told_and_taken_back_by_another_person_only() {
        String number = Registered.person();
        String path = PERSONS + "/" + person(number);
        String both = EnrollmentUnderTest.staff("both", Role.CLERK, Role.REVIEWER);

        Answer future = post(path + "/death", both, Map.of("diedOn", "2020-02-11", "proof", "死亡证明"));
        Answer died = post(path + "/death", both, Map.of("diedOn", "2020-02-01", "proof", "死亡证明"));
        Answer twice = post(path + "/death", both, Map.of("diedOn", "2020-02-02", "proof", "死亡证明"));
        Answer same = post(path + "/death-revocation", both, Map.of("proof", "误登记"));
        assertThat(service()
                        .part(PersonRegister.class)
                        .require(PersonId.parse(person(number)))
                        .diedOn())
                .isEqualTo("2020-02-01");
        Answer back = post(path + "/death-revocation", reviewer(), Map.of("proof", "误登记"));

        assertThat(future.text("field")).isEqualTo("diedOn");
        assertThat(died.text("diedOn")).isEqualTo("2020-02-01");
        assertThat(twice.text("code")).isEqualTo("death-recorded");
        assertThat(same.text("code")).isEqualTo("same-person");
        assertThat(back.status()).isEqualTo(200);
        assertThat(back.text("diedOn")).isEmpty();
        List<JsonNode> told = told(key -> key.equals(person(number)), 2);
        assertThat(told)
                .extracting(each -> each.path("type").stringValue())
                .containsExactly(PersonEvents.DIED, PersonEvents.CHANGED);
        told.forEach(each -> EventSchemas.assertValid(JSON.writeValueAsBytes(each)));
    }

    @Test
    void duplicates_are_merged_by_two_people_and_the_lost_id_forwards_for_ever() {
        String kept = Registered.person("李小红", "640104");
        String lost = Registered.person("李小红", "640221");
        Map<String, String> wanted =
                Map.of("keptId", person(kept), "mergedId", person(lost), "reason", "同一人两个号码", "proof", "户籍证明");

        Answer proposed = post(PROPOSALS, clerk(), wanted);
        String path = PROPOSALS + "/" + proposed.text("id");
        Answer same = post(path + "/approval", EnrollmentUnderTest.staff("clerk", Role.REVIEWER), Map.of());
        assertThat(service().get(PERSONS + "/" + person(lost), clerk()).text("personId"))
                .isEqualTo(person(lost));
        Answer approved = post(path + "/approval", reviewer(), Map.of());

        assertThat(proposed.status()).as(proposed.body()).isEqualTo(201);
        assertThat(same.text("code")).isEqualTo("same-person");
        assertThat(approved.text("state")).isEqualTo("DONE");
        Answer seen = service().get(PERSONS + "/" + person(lost), clerk());
        assertThat(seen.text("personId")).isEqualTo(person(kept));
        assertThat(seen.text("mergedIds", "0")).isEqualTo(person(lost));
        PersonRegister register = service().part(PersonRegister.class);
        assertThat(register.find(PersonId.parse(person(lost))))
                .get()
                .extracting(Known::id)
                .hasToString(person(kept));
        assertThat(register.idsOf(PersonId.parse(person(lost))))
                .containsExactly(PersonId.parse(person(kept)), PersonId.parse(person(lost)));
        assertThat(post(PERSONS, clerk(), Map.of("persons", List.of(row(lost, "李小红"))))
                        .text("persons", "0", "personId"))
                .isEqualTo(person(kept));
        assertThat(service()
                        .get("/v1/persons/me/profile", EnrollmentUnderTest.citizen(lost, "web"))
                        .text("socialNumber"))
                .isEqualTo(SocialNumber.parse(kept).masked());
        assertThat(service().get(PERSONS + "?area=640221&limit=500", clerk()).body())
                .doesNotContain(person(lost));
        JsonNode told = told(key -> key.equals(person(kept)), 1).getFirst();
        EventSchemas.assertValid(JSON.writeValueAsBytes(told));
        assertThat(told.path("data").path("mergedId").stringValue()).isEqualTo(person(lost));
        assertThat(post(path + "/approval", reviewer(), Map.of()).text("state")).isEqualTo("DONE");
        assertThat(post(path + "/refusal", EnrollmentUnderTest.staff("r2", Role.REVIEWER), Map.of("reason", "不是同一人"))
                        .text("code"))
                .isEqualTo("proposal-decided");
    }

    @Test
    void two_persons_never_forward_to_each_other() {
        String one = Registered.person();
        String two = Registered.person();
        Answer first = post(
                PROPOSALS,
                clerk(),
                Map.of("keptId", person(one), "mergedId", person(two), "reason", "同一人", "proof", "户籍证明"));
        Answer second = post(
                PROPOSALS,
                clerk(),
                Map.of("keptId", person(two), "mergedId", person(one), "reason", "同一人", "proof", "户籍证明"));
        post(PROPOSALS + "/" + first.text("id") + "/approval", reviewer(), Map.of());

        Answer against = post(PROPOSALS + "/" + second.text("id") + "/approval", reviewer(), Map.of());

        assertThat(against.text("code")).isEqualTo("already-merged");
        assertThat(service().get(PROPOSALS + "/" + second.text("id"), clerk()).text("state"))
                .isEqualTo("PROPOSED");
        assertThat(service().get(PERSONS + "/" + person(one), clerk()).text("personId"))
                .isEqualTo(person(one));
    }

    @Test
    void a_right_number_leads_to_the_person_who_had_a_wrong_one() {
        String wrong = Registered.person("李小红", "640104");
        String right = Registered.freshNumber();
        Answer proposed = post(
                PROPOSALS,
                clerk(),
                Map.of("keptId", person(wrong), "number", right, "reason", "登记号码有误", "proof", "身份证"));
        assertThat(proposed.body()).doesNotContain(right);
        Answer approved = post(PROPOSALS + "/" + proposed.text("id") + "/approval", reviewer(), Map.of());

        assertThat(approved.text("state")).as(approved.body()).isEqualTo("DONE");
        PersonRegister register = service().part(PersonRegister.class);
        assertThat(register.idOf(SocialNumber.parse(right))).hasToString(person(wrong));
        assertThat(register.require(PersonId.parse(person(right))).number()).isEqualTo(SocialNumber.parse(right));
        Answer lookup =
                service().post(PERSONS + "/lookups", clerk(), null, JSON.writeValueAsString(Map.of("number", right)));
        assertThat(lookup.text("personId")).isEqualTo(person(wrong));
        assertThat(post(
                                PROPOSALS,
                                clerk(),
                                Map.of(
                                        "keptId",
                                        person(Registered.person()),
                                        "number",
                                        right,
                                        "reason",
                                        "登记号码有误",
                                        "proof",
                                        "身份证"))
                        .text("code"))
                .isEqualTo("number-known");
    }

    @Test
    void a_decision_that_a_crash_left_undone_is_carried_out_without_anybody_asking() {
        String kept = Registered.person();
        String lost = Registered.person();
        Answer proposed = post(
                PROPOSALS,
                clerk(),
                Map.of("keptId", person(kept), "mergedId", person(lost), "reason", "同一人", "proof", "户籍证明"));
        IdentityProposals proposals = service().part(IdentityProposals.class);
        IdentityProposal proposal = proposals.byId(proposed.text("id"));
        proposals.move(
                proposal,
                IdentityProposal.State.PROPOSED,
                IdentityProposal.State.APPROVED,
                new IdentityProposal.Decision("r", Instant.now(), LocalDate.parse("2020-02-10"), null));

        service().part(UnfinishedBusiness.class).finishBegunBefore(Instant.now().plusSeconds(1));

        assertThat(proposals.byId(proposal.id()).state()).isEqualTo(IdentityProposal.State.DONE);
        assertThat(service().part(PersonRegister.class).find(PersonId.parse(person(lost))))
                .get()
                .extracting(Known::id)
                .hasToString(person(kept));
    }

    @Test
    void staff_of_another_area_neither_change_nor_merge() {
        String number = Registered.person("李小红", "640104");
        String elsewhere = EnrollmentUnderTest.staffOf("640200", "c2", Role.CLERK, Role.REVIEWER);

        assertThat(post(PERSONS + "/" + person(number) + "/changes", elsewhere, Map.of("name", "李红", "proof", "户口簿"))
                        .text("code"))
                .isEqualTo("person-unknown");
        assertThat(post(
                                PROPOSALS,
                                elsewhere,
                                Map.of(
                                        "keptId",
                                        person(number),
                                        "mergedId",
                                        person(Registered.person()),
                                        "reason",
                                        "同一人",
                                        "proof",
                                        "x1"))
                        .status())
                .isEqualTo(404);
        assertThat(post(PERSONS, EnrollmentUnderTest.citizen(number, "web"), Map.of("persons", List.of()))
                        .status())
                .isEqualTo(403);
    }

    private static Map<String, String> row(String number, String name) {
        return Map.of("number", number, "name", name, "area", "640104");
    }

    private static List<JsonNode> told(Predicate<String> key, int atLeast) {
        try (TestListener listener = TestBroker.listen("enrollment.events")) {
            listener.await(atLeast, each -> key.test(each.key()));
            return listener.heardSoFar(each -> key.test(each.key())).stream()
                    .map(ConsumerRecord::value)
                    .map(JSON::readTree)
                    .toList();
        }
    }
}
