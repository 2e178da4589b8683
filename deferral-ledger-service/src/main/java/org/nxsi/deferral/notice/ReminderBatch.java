package org.nxsi.deferral.notice;

import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;

/**
 * The notices that one event told of, with the event in its outbox. Public for the driver only.
 *
 * @param after where the pass goes on behind it
 */
public record ReminderBatch(@BsonId String id, String after, List<Notice> notices) {

    public ReminderBatch {
        notices = List.copyOf(notices);
    }
}
