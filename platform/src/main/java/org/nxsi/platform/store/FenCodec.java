package org.nxsi.platform.store;

import org.bson.BsonReader;
import org.bson.BsonWriter;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.nxsi.platform.money.Fen;

/** Money is a 64-bit integer of fen in the store, so that sums there are exact. */
final class FenCodec implements Codec<Fen> {

    @Override
    public Fen decode(BsonReader reader, DecoderContext context) {
        return Fen.of(reader.readInt64());
    }

    @Override
    public void encode(BsonWriter writer, Fen value, EncoderContext context) {
        writer.writeInt64(value.amount_fen());
    }

    @Override
    public Class<Fen> getEncoderClass() {
        return Fen.class;
    }
}
