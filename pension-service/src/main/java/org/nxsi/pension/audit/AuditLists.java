package org.nxsi.pension.audit;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.gt;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.nxsi.platform.web.Page;
import org.nxsi.platform.web.PageRequest;
import org.springframework.stereotype.Component;

/** Whole collections in the order of their ids, a page at a time: one query each, and of each document what is shown. */
@Component
class AuditLists {

    /** A page of instructions of this size is about 2 MB. */
    static final int MOST = 5_000;

    private static final int BULK = 1_000;

    private final MongoDatabase database;

    AuditLists(MongoDatabase database) {
        this.database = database;
    }

    <T extends Record & Audited> Page<T> page(
            String collection, Class<T> type, @Nullable Bson filter, PageRequest request) {
        List<Bson> filters = new ArrayList<>();
        if (filter != null) {
            filters.add(filter);
        }
        if (request.after() != null) {
            filters.add(gt("_id", request.after()));
        }
        List<T> found = database.getCollection(collection, type)
                .find(filters.isEmpty() ? com.mongodb.client.model.Filters.empty() : and(filters))
                .projection(Projections.include(shown(type)))
                .sort(Sorts.ascending("_id"))
                .limit(request.limit() + 1)
                .batchSize(BULK)
                .into(new ArrayList<>());
        return Page.of(found, request, Audited::id);
    }

    private static List<String> shown(Class<? extends Record> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .filter(name -> !name.equals("id"))
                .toList();
    }
}
