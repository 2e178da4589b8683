package org.nxsi.pension.roster;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Removes what refused uploads and crashes left. Each is looked at for a day, for a late chunk of a dying upload. */
@Component
class AbandonedUploads {

    private static final Duration LOOKED_AT = Duration.ofDays(1);

    private final RosterImports imports;
    private final Chunks chunks;

    AbandonedUploads(RosterImports imports, Chunks chunks) {
        this.imports = imports;
        this.chunks = chunks;
    }

    @Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
    void sweep() {
        Instant longAgo = Instant.now().minus(LOOKED_AT);
        for (RosterImport failed : imports.failed()) {
            chunks.remove(failed.id());
            if (failed.startedAt().toInstant().isBefore(longAgo)) {
                imports.forget(failed);
            }
        }
    }
}
