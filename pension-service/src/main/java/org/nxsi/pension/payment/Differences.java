package org.nxsi.pension.payment;

import static com.mongodb.client.model.Filters.gt;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.List;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.nxsi.platform.store.MissingDocuments;
import org.springframework.stereotype.Component;

/** The differences that people have to look into. */
@Component
public class Differences {

    private final MongoCollection<Difference> differences;

    Differences(MongoDatabase database) {
        this.differences = database.getCollection("differences", Difference.class);
    }

    public void add(List<Difference> found) {
        MissingDocuments.insert(differences, found);
    }

    /** In the order of their ids. */
    public List<Difference> page(@Nullable String afterId, int limit) {
        Bson filter = afterId == null ? Filters.empty() : gt("_id", afterId);
        return differences
                .find(filter)
                .sort(Sorts.ascending("_id"))
                .limit(limit)
                .into(new ArrayList<>());
    }
}
