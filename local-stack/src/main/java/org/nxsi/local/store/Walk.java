package org.nxsi.local.store;

import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * Goes along a plan, from one document to the next. It can go on in a newer state of the trees from where it stands.
 */
interface Walk {

    /** Steps to the next document; false after the last. */
    boolean advance(View now);

    /** Where it stands. */
    Key id();

    /** The document where it stands; null when it was deleted meanwhile. */
    byte @Nullable [] document(View now);

    /** A walk along a plan; {@code index} is null when it goes through the documents themselves. */
    static Walk along(Plan plan, MVMap<Key, byte[]> documents, @Nullable MVMap<Key, Integer> index) {
        return plan.merged() ? new MergedWalk(plan, documents, index) : new SerialWalk(plan, documents, index);
    }
}
