package org.nxsi.enrollment;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.nxsi.local.testing.SchemaPromises;

class EventPromisesTest {

    @Test
    void what_readers_of_the_events_rely_on_still_holds() {
        SchemaPromises.assertKept(
                Path.of("src/main/resources/schemas/events"), Path.of("src/test/resources/event-promises.txt"));
    }
}
