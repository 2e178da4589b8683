package org.nxsi.enrollment;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.nxsi.local.testing.ServiceUnderTest;
import org.nxsi.local.testing.StandingService;
import org.nxsi.local.testing.Surroundings;

class EnrollmentApplicationTest implements StandingService {

    private static Surroundings surroundings;
    private static ServiceUnderTest service;

    @BeforeAll
    static void start() {
        surroundings = Surroundings.start();
        service = surroundings.service(EnrollmentApplication.class);
    }

    @AfterAll
    static void stop() {
        surroundings.close();
    }

    @Override
    public ServiceUnderTest service() {
        return service;
    }
}
