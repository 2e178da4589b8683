package org.nxsi.enrollment.person;

import org.nxsi.platform.identity.PersonId;
import org.nxsi.platform.identity.SocialNumber;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Which opaque id belongs to a number; every service of an installation shares the secret. */
@Component
class PersonNumbers {

    private final String key;

    PersonNumbers(@Value("${nxsi.person-id-key}") String key) {
        if (key.isBlank()) {
            throw new IllegalStateException("nxsi.person-id-key (NXSI_PERSON_ID_KEY) is not set");
        }
        this.key = key;
    }

    PersonId idOf(SocialNumber number) {
        return PersonId.of(key, number);
    }
}
