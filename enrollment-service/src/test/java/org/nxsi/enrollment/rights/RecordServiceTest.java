package org.nxsi.enrollment.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nxsi.enrollment.EnrollmentUnderTest;
import org.nxsi.enrollment.Registered;
import org.nxsi.enrollment.account.Accounts;
import org.nxsi.enrollment.assessment.Company;
import org.nxsi.enrollment.collection.MoneyForSheets;
import org.nxsi.enrollment.person.NewPerson;
import org.nxsi.enrollment.person.PersonRegister;
import org.nxsi.enrollment.putoff.Channel;
import org.nxsi.enrollment.relation.Order;
import org.nxsi.enrollment.relation.RelationChange;
import org.nxsi.enrollment.relation.Relations;
import org.nxsi.enrollment.scheme.Scheme;
import org.nxsi.local.testing.Answer;
import org.nxsi.local.testing.Eventually;
import org.nxsi.local.testing.ServiceUnderTest;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.identity.PersonId;
import org.nxsi.platform.identity.PersonName;
import org.nxsi.platform.identity.SocialNumber;
import org.nxsi.platform.money.Month;
import org.nxsi.platform.web.Role;

/** 网上人社 第6项 社会保险权益记录打印, 第16项 个人社会保险权益记录打印, and whoever verifies them. */
class RecordServiceTest {

    private static final String PERSON = "/v1/persons/me/rights-record";
    private static final String EMPLOYER = "/v1/employers/me/rights-record";
    private static final String PUBLIC = "/public/v1/record-verifications/";

    private final ServiceUnderTest service = EnrollmentUnderTest.service();

    @AfterEach
    void back() {
        EnrollmentUnderTest.today(EnrollmentUnderTest.TODAY);
    }

    @Test
    void a_person_prints_a_record_and_the_pdf_says_what_the_json_says() {
        String number = insured("2020-01");

        Answer json = person(number, "?from=2020-01&to=2020-02");
        Pdf pdf = pdf(PERSON + "?from=2020-01&to=2020-02", token(number));

        assertThat(json.status()).as(json.body()).isEqualTo(200);
        assertThat(json.text("number")).matches("QY640104-20200210-[0-9]{9}-[0-9]");
        assertThat(json.text("verificationCode")).matches("([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}");
        assertThat(json.text("expiresOn")).isEqualTo("2020-05-10");
        assertThat(json.text("content", "name")).isEqualTo("张明");
        assertThat(json.body()).doesNotContain(number);
        assertThat(pdf.status()).isEqualTo(200);
        assertThat(pdf.type()).isEqualTo("application/pdf");
        assertThat(pdf.text())
                .contains(
                        "个人社会保险权益记录",
                        "银川市兴庆区社会保险经办机构",
                        json.text("number"),
                        json.text("verificationCode"),
                        "张明",
                        SocialNumber.parse(number).masked(),
                        "企业职工基本养老保险",
                        "足额到账",
                        "6000.00",
                        "电子印章位置",
                        "样例")
                .doesNotContain(number);
        assertThat(pdf.embedsAllFonts()).isTrue();
        assertThat(pdf.seen(0, "record-person.png")).isGreaterThan(0.01);
    }

    @Test
    void printed_again_on_the_same_day_it_is_the_same_record_and_another_one_when_the_content_has_changed() {
        Company company = Company.withRiskClass();
        String number = company.employ("2020-01", "6000.00");
        company.declareMonth("2020-01");

        Answer first = person(number, "");
        Answer again = person(number, "");
        MoneyForSheets.paid(company.payer(), "2020-01", "2020-02-10");
        Answer changed = person(number, "");
        EnrollmentUnderTest.today("2020-02-11");
        Answer nextDay = person(number, "");

        assertThat(again.body()).isEqualTo(first.body());
        assertThat(Set.of(first.text("number"), changed.text("number"), nextDay.text("number")))
                .hasSize(3);
        assertThat(changed.text("verificationCode")).isNotEqualTo(first.text("verificationCode"));
    }

    @Test
    void whoever_holds_it_sees_without_an_account_what_was_issued() {
        String number = insured("2020-01");
        Answer printed = person(number, "?scheme=110");

        Answer verified = verify(printed.text("number"), printed.text("verificationCode"));
        Answer typed = verify(
                printed.text("number"),
                printed.text("verificationCode").toLowerCase(Locale.ROOT).replace("-", ""));

        assertThat(verified.status()).as(verified.body()).isEqualTo(200);
        assertThat(verified.json().path("genuine").asBoolean()).isTrue();
        assertThat(verified.json().path("valid").asBoolean()).isTrue();
        assertThat(verified.text("digest")).isEqualTo(printed.text("digest"));
        assertThat(verified.text("summary", "0")).isEqualTo("企业职工基本养老保险：计入1（待缴1）个月");
        assertThat(verified.text("holder"))
                .isEqualTo("*明 " + SocialNumber.parse(number).masked());
        assertThat(verified.body()).doesNotContain(number).doesNotContain("张明");
        assertThat(typed.body()).isEqualTo(verified.body());
        assertThat(verified.header("Cache-Control")).contains("no-store");
    }

    @Test
    void a_wrong_code_an_unknown_number_and_a_tampered_number_are_answered_alike() {
        Answer printed = person(insured("2020-01"), "");
        String number = printed.text("number");
        String code = printed.text("verificationCode");
        String tampered = number.substring(0, 24)
                + (number.charAt(24) == '9' ? '0' : (char) (number.charAt(24) + 1))
                + number.substring(25);
        String other = new RecordNumber(AreaCode.parse("640104"), LocalDate.of(2020, 2, 10), 17).toString();

        List<Answer> answers = List.of(
                verify(number, "0000-0000-0000-0000"),
                verify(number, null),
                verify(number, ""),
                verify(number, "%E4%B8%AD%00".repeat(20)),
                verify(other, code),
                verify(tampered, code),
                verify("QY640104-20201340-000000000-0", code),
                verify("nonsense", code));

        assertThat(answers).allMatch(each -> each.status() == 200);
        assertThat(answers)
                .extracting(Answer::body)
                .containsOnly(answers.getFirst().body());
        assertThat(answers.getFirst().body()).contains("\"genuine\":false").doesNotContain("digest");
    }

    @Test
    void an_expired_record_is_genuine_and_not_valid_any_more() {
        Answer printed = person(insured("2020-01"), "");

        EnrollmentUnderTest.today("2020-05-10");
        assertThat(verify(printed.text("number"), printed.text("verificationCode"))
                        .body())
                .contains("\"valid\":true");
        EnrollmentUnderTest.today("2020-05-11");
        Answer late = verify(printed.text("number"), printed.text("verificationCode"));

        assertThat(late.body()).contains("\"genuine\":true", "\"valid\":false", "已过有效期");
    }

    @Test
    void for_people_there_is_a_page_that_loads_nothing_and_escapes_everything() throws IOException {
        String number = Registered.person("<script>alert(1)</script>", "640104");
        Registered.post(
                "/v1/persons/me/flexible-contribution-assessments",
                EnrollmentUnderTest.citizen(number, "my-ningxia"),
                Map.of("from", "2020-01", "to", "2020-01", "base", "4000.00"));
        Answer printed = person(number, "");
        String path = PUBLIC + printed.text("number") + "?code=" + printed.text("verificationCode");

        Answer page = service.send(service.request(path, null).header("Accept", "text/html,*/*;q=0.8"));
        Answer wrong = service.send(service.request(PUBLIC + printed.text("number") + "?code=x%22%3E%3Cscript%3E", null)
                .header("Accept", "text/html"));
        Answer asking = service.send(
                service.request(PUBLIC + printed.text("number"), null).header("Accept", "text/html"));

        assertThat(page.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
        assertThat(page.header("Content-Security-Policy")).contains("default-src 'none'", "style-src 'sha256-");
        assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(page.body())
                .contains("lang=\"zh-CN\"", "在有效期内", printed.text("number"), "样例")
                .doesNotContain("<script", "http://", "https://", "src=");
        assertThat(wrong.body()).contains("未查到").doesNotContain("<script");
        assertThat(asking.body()).contains("<form").doesNotContain("未查到");
        Files.createDirectories(Path.of("target"));
        Files.writeString(Path.of("target/verified.html"), page.body());
        Files.writeString(Path.of("target/not-verified.html"), wrong.body());
    }

    @Test
    void the_full_number_is_printed_for_a_purpose_which_is_kept() {
        String number = insured("2020-01");

        Answer printed = person(number, "?purpose=%E5%8A%9E%E7%90%86%E8%B4%B7%E6%AC%BE");

        assertThat(printed.text("content", "socialNumber")).isEqualTo(number);
        Answer kept = service.get(
                "/admin/v1/rights-records/" + printed.text("number"),
                EnrollmentUnderTest.staffOf("640104", "clerk-r", Role.CLERK));
        assertThat(kept.text("purpose")).isEqualTo("办理贷款");
        assertThat(kept.body())
                .contains("\"channel\":\"web\"")
                .doesNotContain(number)
                .doesNotContain(printed.text("verificationCode"));
        assertThat(service.get(
                                "/admin/v1/rights-records/" + printed.text("number"),
                                EnrollmentUnderTest.staffOf("640200", "clerk-s", Role.CLERK))
                        .text("code"))
                .isEqualTo("record-unknown");
        assertThat(service.get("/admin/v1/rights-records/" + printed.text("number"), token(number))
                        .status())
                .isEqualTo(403);
        assertThat(person(number, "?purpose=x").text("field")).isEqualTo("purpose");
    }

    @Test
    void an_employer_prints_the_list_of_those_it_insures_over_several_pages() {
        Company company = Company.withRiskClass();
        List<NewPerson> people = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            String name = i == 7 ? "阿卜杜热合曼·买买提艾力·阿布都热依木" : i == 8 ? "张䶮𬱖" : "马建国";
            people.add(new NewPerson(
                    SocialNumber.parse(Registered.freshNumber()), PersonName.parse(name), AreaCode.parse("640104")));
        }
        var ids = service.part(PersonRegister.class).registerAll(people, "rights-test-" + company.code());
        Set<Scheme> schemes = new TreeSet<>(List.of(Scheme.EMPLOYEE_PENSION, Scheme.UNEMPLOYMENT, Scheme.WORK_INJURY));
        service.part(Relations.class)
                .carryOut(new Order(
                        EnrollmentUnderTest.freshKey(),
                        AreaCode.parse("640104"),
                        "agent",
                        Channel.WEB,
                        ids.values().stream()
                                .map(id -> RelationChange.start(
                                        id,
                                        schemes,
                                        company.payer(),
                                        AreaCode.parse("640104"),
                                        Month.parse("2020-01"),
                                        LocalDate.of(2020, 1, 2)))
                                .toList()));
        ids.keySet().forEach(each -> company.declare(each.value(), "2020-01", "6000.00"));
        company.declareMonth("2020-01");
        MoneyForSheets.paid(company.payer(), "2020-01", "2020-02-10");

        Answer json = service.get(EMPLOYER, company.agent());
        Pdf pdf = pdf(EMPLOYER, company.agent());

        assertThat(json.status()).as(json.body()).isEqualTo(200);
        assertThat(json.json().path("content").path("persons").size()).isEqualTo(120);
        assertThat(json.json().at("/content/schemes/0/countedMonths").asInt()).isEqualTo(120);
        assertThat(json.json().at("/content/persons/0/months/110/PAID").asInt()).isEqualTo(1);
        assertThat(json.body()).doesNotContain(people.getFirst().number().value());
        assertThat(pdf.pages()).isGreaterThan(3);
        assertThat(pdf.text())
                .contains("单位社会保险权益记录", "宁夏某某有限公司", company.code(), json.text("number"), "共 " + pdf.pages() + " 页")
                .contains("张䶮𬱖", people.getLast().number().masked());
        assertThat(pdf.embedsAllFonts()).isTrue();
        for (int page = 0; page < pdf.pages(); page++) {
            assertThat(pdf.seen(page, "record-employer-" + (page + 1) + ".png")).isGreaterThan(0.005);
        }
        Answer verified = verify(json.text("number"), json.text("verificationCode"));
        assertThat(verified.text("holder")).isEqualTo("宁夏某某有限公司 " + company.code());
        assertThat(verified.text("summary", "0")).isEqualTo("企业职工基本养老保险：参保120人，计入120（待缴120）人月");
    }

    @Test
    void nobody_prints_what_is_not_theirs() {
        Company company = Company.withRiskClass();
        String number = company.employ("2020-01", "6000.00");
        Company other = Company.withRiskClass();

        assertThat(service.get(PERSON, company.agent()).text("code")).isEqualTo("role-required");
        assertThat(service.get(PERSON, null).status()).isEqualTo(401);
        assertThat(person(Registered.freshNumber(), "").text("code")).isEqualTo("person-not-registered");
        assertThat(person(Registered.person(), "")
                        .json()
                        .path("content")
                        .path("schemes")
                        .size())
                .isZero();
        assertThat(service.get(EMPLOYER, token(number)).text("code")).isEqualTo("role-required");
        assertThat(service.get(EMPLOYER, EnrollmentUnderTest.agent(company.code(), Registered.person()))
                        .text("code"))
                .isEqualTo("agent-not-appointed");
        assertThat(service.get(EMPLOYER, other.agent())
                        .json()
                        .path("content")
                        .path("persons")
                        .size())
                .isZero();
        Pdf refused = pdf(PERSON, company.agent());
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.type()).isEqualTo("application/problem+json");
    }

    @Test
    void nonsense_is_refused_with_a_reason() {
        String number = insured("2020-01");

        assertThat(person(number, "?from=2020-13").text("field")).isEqualTo("from");
        assertThat(person(number, "?from=2020-02&to=2020-01").text("code")).isEqualTo("period-backwards");
        assertThat(person(number, "?to=2020-03").text("code")).isEqualTo("month-in-future");
        assertThat(person(number, "?from=1901-01").text("code")).isEqualTo("invalid-parameter");
        assertThat(person(number, "?scheme=999").text("code")).isEqualTo("unknown-scheme");
        assertThat(person(number, "?scheme=310").text("field")).isEqualTo("scheme");
        Company company = Company.withRiskClass();
        assertThat(service.get(EMPLOYER + "?from=2018-01", company.agent()).text("code"))
                .isEqualTo("period-too-long");
        assertThat(pdf(PERSON + "?from=2020-02&to=2020-01", token(number)).status())
                .isEqualTo(400);
    }

    @Test
    void only_so_many_different_records_are_printed_a_day() {
        String number = Registered.person();
        Answer last = person(number, "");
        for (int i = 0; i < 60 && last.status() == 200; i++) {
            last = person(number, "?purpose=purpose" + i);
        }

        assertThat(last.status()).isEqualTo(429);
        assertThat(last.text("code")).isEqualTo("too-many-prints");
        assertThat(person(number, "").status())
                .as("the same again is no new one")
                .isEqualTo(200);
    }

    private static String insured(String month) {
        Company company = Company.withRiskClass();
        String number = company.employ(month, "6000.00");
        company.declareMonth(month);
        MoneyForSheets.paid(company.payer(), month, "2020-02-10");
        PersonId person = PersonId.parse(EnrollmentUnderTest.person(number));
        Accounts accounts = EnrollmentUnderTest.service().part(Accounts.class);
        Eventually.that(
                "the account is credited, and the record stays what it is",
                () -> accounts.balance(person, Scheme.EMPLOYEE_PENSION).isPositive());
        return number;
    }

    private Answer person(String number, String query) {
        return service.get(PERSON + query, token(number));
    }

    private Answer verify(String number, @Nullable String code) {
        return service.get(PUBLIC + number + (code == null ? "" : "?code=" + code), null);
    }

    private Pdf pdf(String path, String token) {
        return Pdf.get(service.request(path, token));
    }

    private static String token(String number) {
        return EnrollmentUnderTest.citizen(number, "web");
    }
}
