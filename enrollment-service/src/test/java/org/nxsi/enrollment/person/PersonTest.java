package org.nxsi.enrollment.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.identity.PersonName;
import org.nxsi.platform.identity.SocialNumber;
import org.nxsi.platform.money.Month;

class PersonTest {

    private static final SocialNumber NUMBER = RosterEvents.number(1);

    @Test
    void the_name_and_area_told_last_count_whatever_the_scheme() {
        Person person = person(Map.of(
                "110", told("2020-02-01T00:00:00Z", "张明", "640104"),
                "170", told("2020-03-01T00:00:00Z", "张小明", "640221")));

        assertThat(person.name().value()).isEqualTo("张小明");
        assertThat(person.area().code()).isEqualTo("640221");
    }

    @Test
    void the_file_lies_wherever_a_scheme_has_the_person() {
        Person person = person(Map.of(
                "110", told("2020-02-01T00:00:00Z", "张明", "640104"),
                "170", told("2020-03-01T00:00:00Z", "张明", "640221")));

        assertThat(person.isIn(AreaCode.parse("640104"))).isTrue();
        assertThat(person.isIn(AreaCode.parse("640200"))).isTrue();
        assertThat(person.isIn(AreaCode.NINGXIA)).isTrue();
        assertThat(person.isIn(AreaCode.parse("640105"))).isFalse();
        assertThat(person.isIn(AreaCode.parse("640300"))).isFalse();
    }

    @Test
    void nobody_is_a_person_of_whom_nothing_is_told() {
        assertThatThrownBy(() -> person(Map.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_masked_view_hides_the_birthday_too() {
        Person person = person(Map.of("110", told("2020-02-01T00:00:00Z", "张明", "640104")));

        PersonView masked = PersonView.masked(person);

        assertThat(masked.name()).isEqualTo("*明");
        assertThat(masked.socialNumber()).startsWith("6401**********");
        assertThat(masked.birthDate()).isNull();
        assertThat(PersonView.own(person, List.of()).personId()).isNull();
        assertThat(PersonView.full(person, List.of()).socialNumber()).isEqualTo(NUMBER.value());
    }

    private static Person person(Map<String, Told> roster) {
        return new Person(RosterEvents.idOf(NUMBER), NUMBER, roster, null, null);
    }

    private static Told told(String at, String name, String area) {
        return new Told(1, Instant.parse(at), PersonName.parse(name), AreaCode.parse(area), Month.parse("2012-03"));
    }
}
