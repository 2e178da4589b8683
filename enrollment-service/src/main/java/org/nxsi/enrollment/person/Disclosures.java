package org.nxsi.enrollment.person;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.Date;
import java.util.regex.Pattern;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.nxsi.platform.identity.PersonId;
import org.nxsi.platform.web.Caller;
import org.nxsi.platform.web.Problem;
import org.nxsi.platform.web.ProblemException;
import org.springframework.stereotype.Repository;

/** Who saw whose unmasked data, when and what for: written before it is shown (社会保险法 第八十一条). */
@Repository
class Disclosures {

    private static final Pattern PURPOSE = Pattern.compile("[^\\p{Cntrl}]{2,100}");

    private final MongoCollection<Document> disclosures;

    Disclosures(MongoDatabase database) {
        this.disclosures = database.getCollection("disclosures");
    }

    /** @throws ProblemException 400 {@code invalid-parameter} for a purpose that says nothing */
    void record(Caller caller, PersonId person, String purpose) {
        if (purpose.isBlank() || !PURPOSE.matcher(purpose).matches()) {
            throw Problem.badRequest("invalid-parameter", "purpose", "2 to 100 characters that say what for")
                    .exception();
        }
        disclosures.insertOne(new Document("_id", new ObjectId())
                .append("at", new Date())
                .append("person", person.value())
                .append("purpose", purpose.strip())
                .append("account", caller.subject())
                .append("actor", caller.actor())
                .append("client", caller.client()));
    }
}
