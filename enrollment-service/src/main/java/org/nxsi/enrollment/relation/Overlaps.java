package org.nxsi.enrollment.relation;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOptions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.identity.PersonId;
import org.springframework.stereotype.Repository;

/** Persons with overlapping relations, as they were found when two ids were joined: for people to settle. */
@Repository
class Overlaps {

    private final MongoCollection<Document> overlaps;

    Overlaps(MongoDatabase database) {
        this.overlaps = database.getCollection("relation_overlaps");
        overlaps.createIndex(Indexes.ascending("area", "_id"));
    }

    void found(PersonId person, AreaCode area, LocalDate on) {
        overlaps.updateOne(
                eq("_id", person.value()),
                combine(set("area", area.code()), set("on", on.toString())),
                new UpdateOptions().upsert(true));
    }

    /** Persons of an area and the areas in it, by id; {@code after} is the last one seen. */
    List<PersonId> in(AreaCode area, @Nullable PersonId after, int limit) {
        Bson wanted = Filters.in(
                "area",
                AreaCode.all().stream()
                        .filter(area::contains)
                        .map(AreaCode::code)
                        .toList());
        return overlaps.find(after == null ? wanted : and(wanted, gt("_id", after.value())))
                .sort(Sorts.ascending("_id"))
                .limit(limit)
                .map(each -> PersonId.parse(each.getString("_id")))
                .into(new ArrayList<>());
    }
}
