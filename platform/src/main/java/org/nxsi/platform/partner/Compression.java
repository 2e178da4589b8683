package org.nxsi.platform.partner;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.nxsi.platform.partner.UntrustedMessage.Reason;

/** Deflate (RFC 1950) before encryption: the XML shrinks to a tenth, and most of the cipher's and digest's work with it. */
final class Compression {

    private Compression() {}

    static byte[] compressed(byte[] content) {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(content.length / 4 + 64);
            try (OutputStream out = new DeflaterOutputStream(bytes, deflater, 8 * 1024)) {
                out.write(content);
            }
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException("cannot write to memory", e);
        } finally {
            deflater.end();
        }
    }

    /** @throws UntrustedMessage if it is not deflated, or grows beyond the longest content that may be sealed */
    static byte[] expanded(byte[] compressed) {
        try (InputStream in = new InflaterInputStream(new ByteArrayInputStream(compressed))) {
            byte[] content = in.readNBytes(Seal.MAX_CONTENT_BYTES + 1);
            if (content.length > Seal.MAX_CONTENT_BYTES) {
                throw new UntrustedMessage(Reason.NOT_TO_BE_OPENED);
            }
            return content;
        } catch (IOException e) {
            throw new UntrustedMessage(Reason.NOT_TO_BE_OPENED);
        }
    }
}
