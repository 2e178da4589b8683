package org.nxsi.pension.roster;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The encodings that a roster may come in. */
enum RosterEncoding {
    UTF_8(StandardCharsets.UTF_8),
    GB_18030(Charset.forName("GB18030"));

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final Charset charset;

    RosterEncoding(Charset charset) {
        this.charset = charset;
    }

    /** Decodes strictly: a sequence that the encoding does not have is never replaced. */
    Decoder decoder(int rowLimit_bytes) {
        return new Decoder(charset, rowLimit_bytes);
    }

    /** How many bytes at the beginning of a file are no more than a mark of its encoding. */
    static int markLength(byte[] first) {
        for (int i = 0; i < BYTE_ORDER_MARK.length; i++) {
            if (i >= first.length || first[i] != BYTE_ORDER_MARK[i]) {
                return 0;
            }
        }
        return BYTE_ORDER_MARK.length;
    }

    /** Turns rows into text; for one thread. */
    static final class Decoder {

        private final CharsetDecoder decoder;
        private final CharBuffer text;

        private Decoder(Charset charset, int rowLimit_bytes) {
            this.decoder = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT);
            this.text = CharBuffer.allocate(rowLimit_bytes + 1);
        }

        /** @return null if the bytes are no text in this encoding */
        @Nullable
        String decode(byte[] bytes, int from, int to) {
            text.clear();
            decoder.reset();
            CoderResult decoded = decoder.decode(ByteBuffer.wrap(bytes, from, to - from), text, true);
            if (decoded.isUnderflow()) {
                decoded = decoder.flush(text);
            }
            if (decoded.isOverflow()) {
                throw new IllegalArgumentException("a row has never more characters than bytes");
            }
            return decoded.isError() ? null : text.flip().toString();
        }
    }
}
