package org.nxsi.enrollment.rights;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.nxsi.enrollment.paper.Front;
import org.nxsi.enrollment.paper.Paper;
import org.nxsi.platform.web.Problem;
import org.springframework.stereotype.Component;

/** Records as PDF. Only so many are written at once: each is whole in memory until it leaves. */
@Component
class RecordPapers {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final RightsSettings settings;
    private final Semaphore desks;

    RecordPapers(RightsSettings settings) {
        this.settings = settings;
        this.desks = new Semaphore(settings.pdfsAtOnce());
    }

    byte[] person(Printed<PersonRecord> printed) {
        return write(printed, printed.content().sample(), new PersonPaper(printed.content()));
    }

    byte[] employer(Printed<EmployerRecord> printed) {
        return write(printed, printed.content().sample(), new EmployerPaper(printed.content()));
    }

    private byte[] write(Printed<?> printed, boolean sample, Consumer<Paper> content) {
        Front front = new Front(
                printed.title(),
                printed.agency(),
                printed.number(),
                printed.verificationCode(),
                printed.issuedOn(),
                printed.expiresOn(),
                settings.verificationPage(),
                printed.digest(),
                sample);
        try {
            if (!desks.tryAcquire(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw Problem.of(503, "printing-busy", "too many records are being printed, try again")
                        .exception();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw Problem.of(503, "printing-busy", "this instance is stopping, try again")
                    .exception();
        }
        try {
            return Paper.write(front, content);
        } finally {
            desks.release();
        }
    }
}
