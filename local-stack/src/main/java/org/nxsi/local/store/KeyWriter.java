package org.nxsi.local.store;

import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes BSON values as bytes whose unsigned order is the values' order (MongoDB's order of types, then within the
 * type). Equal values give equal bytes: null and missing are one, and so are 1, 1L and 1.0. Each value ends by itself,
 * so that values written one after the other sort like the tuple. Strings sort by UTF-16 unit as the query matcher
 * compares them, which differs from MongoDB only between supplementary characters and U+E000 to U+FFFF.
 */
final class KeyWriter {

    private static final int NUMBER_LENGTH = 1 + Long.BYTES + Short.BYTES;
    private static final int SHORT_OFFSET = 0x8000;

    private byte[] bytes = new byte[48];
    private int length;

    static Key of(@Nullable Object value) {
        return new KeyWriter().put(value).key();
    }

    KeyWriter put(@Nullable Object value) {
        ValueType type = ValueType.of(value);
        return tag(type).payload(type, value);
    }

    KeyWriter append(Key key) {
        return raw(key.bytes());
    }

    int length() {
        return length;
    }

    Key key() {
        return new Key(Arrays.copyOf(bytes, length));
    }

    private KeyWriter payload(ValueType type, @Nullable Object value) {
        if (value == null) {
            return this;
        }
        return switch (type) {
            case MIN, NULL, MAX -> this;
            case NUMBER -> number((Number) value);
            case TEXT -> text((String) value);
            case DOCUMENT -> document((Document) value);
            case ARRAY -> array((Collection<?>) value);
            case BINARY -> binary((BinData) value);
            case ID_128 -> uuid((UUID) value);
            case OBJECT_ID -> raw(((ObjectId) value).toByteArray());
            case BOOLEAN -> one((Boolean) value ? 1 : 0);
            case DATE -> date((Instant) value);
            case TIMESTAMP -> eight(((BsonTimestamp) value).getValue());
            case OTHER -> text(value.getClass().getSimpleName() + value);
        };
    }

    /** The double's bits made sortable, then what a long has beyond it; so 2^53 and 2^53 + 1 stay two values. */
    private KeyWriter number(Number number) {
        grow(NUMBER_LENGTH);
        double nearest = number.doubleValue() == 0 ? 0.0 : number.doubleValue();
        long bits = Double.doubleToLongBits(nearest);
        eight(bits ^ ((bits >> 63) | Long.MIN_VALUE));
        int beyond = number instanceof Long exact ? (int) (exact - (long) nearest) : 0;
        return two(beyond + SHORT_OFFSET);
    }

    private KeyWriter text(String text) {
        grow(3 * text.length() + 2);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                one(0).one(0xFF);
            } else if (c < 0x80) {
                one(c);
            } else if (c < 0x800) {
                one(0xC0 | (c >> 6)).one(0x80 | (c & 0x3F));
            } else {
                one(0xE0 | (c >> 12)).one(0x80 | ((c >> 6) & 0x3F)).one(0x80 | (c & 0x3F));
            }
        }
        return one(0).one(1);
    }

    private KeyWriter document(Document document) {
        for (Map.Entry<String, Object> field : document.entrySet()) {
            ValueType type = ValueType.of(field.getValue());
            tag(type).text(field.getKey()).payload(type, field.getValue());
        }
        return one(0);
    }

    private KeyWriter array(Collection<?> values) {
        for (Object value : values) {
            put(value);
        }
        return one(0);
    }

    private KeyWriter binary(BinData data) {
        int size = data.getData().length;
        return two(size >>> 16).two(size & 0xFFFF).raw(data.getData());
    }

    private KeyWriter uuid(UUID uuid) {
        return eight(uuid.getMostSignificantBits()).eight(uuid.getLeastSignificantBits());
    }

    private KeyWriter date(Instant instant) {
        int nanos = instant.getNano();
        return eight(instant.getEpochSecond() ^ Long.MIN_VALUE)
                .two(nanos >>> 16)
                .two(nanos & 0xFFFF);
    }

    private KeyWriter tag(ValueType type) {
        return one(type.tag());
    }

    private KeyWriter eight(long value) {
        for (int shift = 56; shift >= 0; shift -= 8) {
            one((int) (value >>> shift));
        }
        return this;
    }

    private KeyWriter two(int value) {
        return one(value >>> 8).one(value);
    }

    private KeyWriter one(int value) {
        grow(1);
        bytes[length++] = (byte) value;
        return this;
    }

    private KeyWriter raw(byte[] more) {
        grow(more.length);
        System.arraycopy(more, 0, bytes, length, more.length);
        length += more.length;
        return this;
    }

    private void grow(int by) {
        if (length + by > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + by));
        }
    }
}
