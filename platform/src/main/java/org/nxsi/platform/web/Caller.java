package org.nxsi.platform.web;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.identity.PersonId;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * Who calls, as the verified token says.
 *
 * @param subject the account
 * @param client the client the token was issued to: a channel, the ops console, a bank, a service
 * @param roles role names
 * @param personId opaque id of the person behind the account; of citizens and of staff
 * @param employer credit code that an agent acts for
 * @param agency area code that bounds what staff see
 * @param partner code of the bank, the hospital, the tax office or the other province's agency
 * @param acr level of the login; step-up raises it
 */
public record Caller(
        String subject,
        String client,
        Collection<String> roles,
        @Nullable String personId,
        @Nullable String employer,
        @Nullable String agency,
        @Nullable String partner,
        @Nullable String acr) {

    public static Caller of(Jwt token) {
        Map<String, Object> access = token.getClaimAsMap("realm_access");
        Collection<String> roles = access != null && access.get("roles") instanceof Collection<?> names
                ? names.stream().map(String::valueOf).toList()
                : List.of();
        String client = token.getClaimAsString("azp");
        return new Caller(
                token.getSubject() == null ? "" : token.getSubject(),
                client == null ? "" : client,
                roles,
                token.getClaimAsString("person_id"),
                token.getClaimAsString("employer"),
                token.getClaimAsString("agency"),
                token.getClaimAsString("partner"),
                token.getClaimAsString("acr"));
    }

    public boolean has(Role role) {
        return roles.contains(role.claim());
    }

    /** @throws ProblemException 403 {@code role-required} unless the caller has one of the roles */
    public void require(Role... oneOf) {
        if (Arrays.stream(oneOf).noneMatch(this::has)) {
            String needed = Arrays.stream(oneOf).map(Role::claim).collect(Collectors.joining(" or "));
            throw Problem.forbidden("role-required", "this needs the role " + needed)
                    .exception();
        }
    }

    /** @throws ProblemException 403 {@code person-unknown} where the account is nobody's */
    public String requirePerson() {
        if (personId == null || personId.isBlank()) {
            throw Problem.forbidden("person-unknown", "this account is not linked to a person")
                    .exception();
        }
        return personId;
    }

    /** @throws ProblemException 403 {@code person-unknown} where the account is nobody's */
    public PersonId requirePersonId() {
        String id = requirePerson();
        if (PersonId.check(id) != null) {
            throw Problem.forbidden("person-unknown", "this account is not linked to a person")
                    .exception();
        }
        return PersonId.parse(id);
    }

    /**
     * The area that bounds what staff see.
     *
     * @throws ProblemException 403 {@code agency-unknown} where the account belongs to no listed agency
     */
    public AreaCode requireAgency() {
        if (agency == null || AreaCode.check(agency) != null) {
            throw Problem.forbidden("agency-unknown", "this account belongs to no agency")
                    .exception();
        }
        return AreaCode.parse(agency);
    }

    /**
     * The person who acts, for the four-eyes rule: two accounts of one person are one person.
     * Falls back to the account where no person is known.
     */
    public String actor() {
        return personId == null || personId.isBlank() ? subject : personId;
    }
}
