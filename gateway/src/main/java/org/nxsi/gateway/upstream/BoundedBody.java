package org.nxsi.gateway.upstream;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A request body on its way through, counted; what goes wrong on the caller's side is told apart from the service's. */
final class BoundedBody extends FilterInputStream {

    private final long limit_bytes;
    private long read_bytes;

    BoundedBody(InputStream body, long limit_bytes) {
        super(body);
        this.limit_bytes = limit_bytes;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read;
        try {
            read = super.read(buffer, offset, length);
        } catch (IOException failed) {
            throw new CallerGone(failed);
        }
        if (read > 0) {
            read_bytes += read;
            if (read_bytes > limit_bytes) {
                throw new TooLarge();
            }
        }
        return read;
    }

    /** More came than the route takes. */
    static final class TooLarge extends IOException {}

    /** The caller stopped sending. */
    static final class CallerGone extends IOException {

        CallerGone(IOException cause) {
            super(cause);
        }
    }
}
