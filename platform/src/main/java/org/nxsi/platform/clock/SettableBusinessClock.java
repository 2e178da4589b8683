package org.nxsi.platform.clock;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** For rehearsals and tests: the date stands in the store, so that all instances of a service share it. */
final class SettableBusinessClock implements BusinessClock {

    private static final String ID = "business-clock";
    private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final MongoCollection<Document> settings;
    private volatile Reading reading;

    SettableBusinessClock(MongoCollection<Document> settings, @Nullable LocalDate initial) {
        this.settings = settings;
        this.reading = new Reading(initial, initial, Long.MIN_VALUE);
    }

    @Override
    public LocalDate today() {
        Reading last = reading;
        if (last.readAt_nanos == Long.MIN_VALUE || System.nanoTime() - last.readAt_nanos > FRESH_NANOS) {
            last = read(last);
            reading = last;
        }
        return last.date == null ? LocalDate.now(ZONE) : last.date;
    }

    void set(LocalDate date) {
        Document stored = new Document("_id", ID).append("date", date.toString());
        settings.replaceOne(Filters.eq("_id", ID), stored, new ReplaceOptions().upsert(true));
        reading = new Reading(reading.initial, date, System.nanoTime());
    }

    private Reading read(Reading last) {
        Document stored = settings.find(Filters.eq("_id", ID)).first();
        LocalDate date = stored == null ? last.initial : LocalDate.parse(stored.getString("date"));
        return new Reading(last.initial, date, System.nanoTime());
    }

    private record Reading(
            @Nullable LocalDate initial, @Nullable LocalDate date, long readAt_nanos) {}
}
