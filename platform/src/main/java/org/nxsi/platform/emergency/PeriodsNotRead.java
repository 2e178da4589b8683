package org.nxsi.platform.emergency;

import org.apache.kafka.common.errors.RetriableException;

/**
 * The copy of the emergency periods is not complete yet. Nobody may decide as if there were none: work that meets this is
 * held back and tried again, a request is answered 503.
 */
public final class PeriodsNotRead extends RetriableException {

    PeriodsNotRead() {
        super("the emergency periods have not been read yet");
    }
}
