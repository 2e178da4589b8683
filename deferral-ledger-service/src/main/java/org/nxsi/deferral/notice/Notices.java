package org.nxsi.deferral.notice;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.nxsi.deferral.ledger.SubjectKind;
import org.nxsi.platform.store.MissingDocuments;
import org.springframework.stereotype.Repository;

/** The notices, one document each. */
@Repository
class Notices {

    private final MongoCollection<Notice> notices;

    Notices(MongoDatabase database) {
        this.notices = database.getCollection("deferral_notices", Notice.class);
        notices.createIndex(Indexes.ascending("subject", "_id"));
    }

    static String subject(SubjectKind kind, String id) {
        return kind + "|" + id;
    }

    /** Those that are there already stay as they are. */
    void add(List<Notice> some) {
        MissingDocuments.insert(notices, some);
    }

    /** Which of the ids are there. */
    Set<String> there(Collection<String> ids) {
        return notices.withDocumentClass(Document.class)
                .find(in("_id", ids))
                .projection(Projections.include("_id"))
                .map(each -> each.getString("_id"))
                .into(new HashSet<>());
    }

    /** In the order of their ids; {@code after} is the last one seen. */
    List<Notice> of(Collection<String> subjects, @Nullable String after, int limit) {
        Bson wanted = in("subject", subjects);
        return notices.find(after == null ? wanted : and(wanted, gt("_id", after)))
                .sort(Sorts.ascending("_id"))
                .limit(limit)
                .into(new ArrayList<>());
    }
}
