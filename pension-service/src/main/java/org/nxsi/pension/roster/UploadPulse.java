package org.nxsi.pension.roster;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the lease of an upload for as long as this process lives and the upload brings something. So the lease may be short:
 * whoever sends a roster again after a crash does not wait for the slowest upload that is allowed.
 */
final class UploadPulse implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(UploadPulse.class);
    private static final int BEATS_PER_LEASE = 4;

    private final RosterImports imports;
    private final String roster;
    private final String attempt;
    private final RosterSettings settings;
    private final Thread beating;
    private volatile long brought_ns = System.nanoTime();
    private volatile boolean closed;

    UploadPulse(RosterImports imports, String roster, String attempt, RosterSettings settings) {
        this.imports = imports;
        this.roster = roster;
        this.attempt = attempt;
        this.settings = settings;
        this.beating = Thread.ofVirtual().name("upload-pulse-" + roster).start(this::beat);
    }

    /** The upload stored rows. */
    void brought() {
        brought_ns = System.nanoTime();
    }

    private void beat() {
        Duration pause = settings.uploadLease().dividedBy(BEATS_PER_LEASE);
        try {
            do {
                Thread.sleep(pause);
            } while (!closed && isBringing() && renewed());
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isBringing() {
        return System.nanoTime() - brought_ns < settings.uploadPatience().toNanos();
    }

    /** A store that is away for one beat may be back for the next. */
    private boolean renewed() {
        try {
            return imports.renew(roster, attempt);
        } catch (RuntimeException away) {
            if (!closed) {
                log.warn("the lease of upload {} is not renewed now: {}", roster, away.toString());
            }
            return true;
        }
    }

    @Override
    public void close() {
        closed = true;
        beating.interrupt();
    }
}
