package org.nxsi.deferral.lifting;

import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;

/**
 * A piece of a job: planned first, then carried out, then told of. A crash at any point leaves a plan that is carried out
 * again. Public for the codec's sake.
 *
 * @param ids the entries it is about; none any more once it is done
 * @param last the last of them
 * @param changed how many of them it has changed; 0 until it is done
 */
public record BulkChunk(@BsonId String id, List<String> ids, String last, boolean done, int changed) {

    public BulkChunk {
        ids = List.copyOf(ids);
    }

    static BulkChunk planned(String id, List<String> ids) {
        return new BulkChunk(id, ids, ids.getLast(), false, 0);
    }
}
