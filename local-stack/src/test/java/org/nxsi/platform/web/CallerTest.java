package org.nxsi.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.Jwt;

class CallerTest {

    @Test
    void a_bare_token_gives_a_caller_who_may_nothing() {
        Caller caller = caller(Map.of("sub", "a"));

        assertThat(caller.client()).isEmpty();
        assertThat(caller.has(Role.CITIZEN)).isFalse();
        assertThatThrownBy(() -> caller.require(Role.CLERK, Role.REVIEWER))
                .hasMessageContaining("role-required")
                .hasMessageContaining("clerk or reviewer");
        assertThatThrownBy(caller::requirePerson).hasMessageContaining("person-unknown");
        assertThatThrownBy(caller::requireAgency).hasMessageContaining("agency-unknown");
    }

    @Test
    void claims_of_another_shape_give_no_roles() {
        assertThat(caller(Map.of("sub", "a", "realm_access", Map.of("roles", "admin")))
                        .has(Role.ADMIN))
                .isFalse();
    }

    @Test
    void two_accounts_of_one_person_are_one_actor() {
        Caller one = caller(Map.of("sub", "a", "person_id", "p"));
        Caller other = caller(Map.of("sub", "b", "person_id", "p"));
        Caller unknown = caller(Map.of("sub", "c", "person_id", " "));

        assertThat(one.actor()).isEqualTo(other.actor());
        assertThat(unknown.actor()).isEqualTo("c");
    }

    @Test
    void an_id_or_agency_that_cannot_be_is_none() {
        Caller caller = caller(Map.of("sub", "a", "person_id", "12", "agency", "999999"));

        assertThatThrownBy(caller::requirePersonId).hasMessageContaining("person-unknown");
        assertThatThrownBy(caller::requireAgency).hasMessageContaining("agency-unknown");
    }

    @Test
    void pages_of_one_more_than_asked_for_know_that_they_are_not_the_last() {
        PageRequest two = new PageRequest(2, null);

        assertThat(Page.of(List.of("a", "b"), two, each -> each).next()).isNull();
        Page<String> first = Page.of(List.of("a", "b", "c"), two, each -> each);
        assertThat(first.items()).containsExactly("a", "b");
        assertThat(PageRequest.of(2, first.next(), 500).after()).isEqualTo("b");
    }

    private static Caller caller(Map<String, Object> claims) {
        return Caller.of(new Jwt("t", Instant.EPOCH, Instant.MAX, Map.of("alg", "none"), claims));
    }
}
