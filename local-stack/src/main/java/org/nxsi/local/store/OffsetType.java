package org.nxsi.local.store;

import java.nio.ByteBuffer;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/** What stands beside an index key: where in it the document's id begins. */
final class OffsetType extends BasicDataType<Integer> {

    static final OffsetType INSTANCE = new OffsetType();

    private static final int BYTES_IN_MEMORY = 16;

    private OffsetType() {}

    @Override
    public int getMemory(Integer offset) {
        return BYTES_IN_MEMORY;
    }

    @Override
    public void write(WriteBuffer buffer, Integer offset) {
        buffer.putVarInt(offset);
    }

    @Override
    public Integer read(ByteBuffer buffer) {
        return DataUtils.readVarInt(buffer);
    }

    @Override
    public Integer[] createStorage(int size) {
        return new Integer[size];
    }
}
