package org.nxsi.platform.store;

import com.mongodb.MongoClientSettings;
import java.time.LocalDate;
import org.bson.codecs.configuration.CodecRegistries;
import org.bson.codecs.configuration.CodecRegistry;
import org.nxsi.platform.money.Month;

/** How value types stand in documents: money as fen, months and dates as the text that people read and sort. */
public final class Codecs {

    private Codecs() {}

    /** Documents and records of the driver's own codecs, with ours in front of them. */
    public static CodecRegistry registry() {
        return CodecRegistries.fromRegistries(
                CodecRegistries.fromCodecs(
                        new FenCodec(),
                        new ValueCodec<>(Month.class, Month::toString, Month::parse),
                        new ValueCodec<>(LocalDate.class, LocalDate::toString, LocalDate::parse)),
                MongoClientSettings.getDefaultCodecRegistry());
    }
}
