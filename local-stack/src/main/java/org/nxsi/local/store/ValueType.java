package org.nxsi.local.store;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The kinds of value in their order. The tag is a value's first byte in a key and in the file: never change one. The
 * gaps leave room for "after all of this kind".
 */
enum ValueType {
    MIN(4),
    NULL(8),
    NUMBER(12),
    TEXT(16),
    DOCUMENT(20),
    ARRAY(24),
    BINARY(28),
    ID_128(32),
    OBJECT_ID(36),
    BOOLEAN(40),
    DATE(44),
    TIMESTAMP(48),
    OTHER(52),
    MAX(56);

    private final int tag;

    ValueType(int tag) {
        this.tag = tag;
    }

    int tag() {
        return tag;
    }

    /** Lower than all values of this kind, and not lower than any other kind before it. */
    Key lowest() {
        return new Key(new byte[] {(byte) tag});
    }

    Key highest() {
        return new Key(new byte[] {(byte) (tag + 1)});
    }

    /** Whether {@code $gt} and the like compare values of this kind in the order of their bytes. */
    boolean isOrdered() {
        return switch (this) {
            case NUMBER, TEXT, ID_128, OBJECT_ID, BOOLEAN, DATE -> true;
            case MIN, NULL, DOCUMENT, ARRAY, BINARY, TIMESTAMP, OTHER, MAX -> false;
        };
    }

    static ValueType of(@Nullable Object value) {
        return switch (value) {
            case null -> NULL;
            case Missing missing -> NULL;
            case String text -> TEXT;
            case Number number -> NUMBER;
            case Document document -> DOCUMENT;
            case ObjectId id -> OBJECT_ID;
            case Instant instant -> DATE;
            case Boolean flag -> BOOLEAN;
            case Collection<?> values -> ARRAY;
            case BinData data -> BINARY;
            case UUID uuid -> ID_128;
            case BsonTimestamp timestamp -> TIMESTAMP;
            case MinKey min -> MIN;
            case MaxKey max -> MAX;
            default -> OTHER;
        };
    }
}
