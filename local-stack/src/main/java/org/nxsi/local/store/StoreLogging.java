package org.nxsi.local.store;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.util.List;
import org.slf4j.LoggerFactory;

/** The libraries log each request at DEBUG, with the personal data in it, and clients that come and go at WARN. */
final class StoreLogging {

    private static final List<String> TALKATIVE = List.of("de.bwaldvogel.mongo", "io.netty");

    private StoreLogging() {}

    static void quieten() {
        for (String name : TALKATIVE) {
            if (LoggerFactory.getLogger(name) instanceof Logger logger && logger.getLevel() == null) {
                logger.setLevel(Level.ERROR);
            }
        }
    }
}
