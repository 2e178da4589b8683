package org.nxsi.gateway.upstream;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.SocketException;
import org.apache.hc.core5.http.io.entity.AbstractHttpEntity;

/**
 * A request body that is copied from the caller's connection to the service's, a buffer at a time. The buffer is larger
 * than the client's own, so that nothing is left behind there when the service stops reading.
 */
final class StreamedBody extends AbstractHttpEntity {

    private static final int BUFFER_BYTES = 32 * 1024;

    private final InputStream body;
    private final long length_bytes;

    /** @param length_bytes -1 where the caller did not tell */
    StreamedBody(InputStream body, long length_bytes) {
        super((String) null, null, length_bytes < 0);
        this.body = body;
        this.length_bytes = length_bytes;
    }

    @Override
    public void writeTo(OutputStream service) throws IOException {
        byte[] buffer = new byte[BUFFER_BYTES];
        for (int read = body.readNBytes(buffer, 0, buffer.length);
                read > 0;
                read = body.readNBytes(buffer, 0, buffer.length)) {
            write(service, buffer, read);
        }
    }

    /**
     * A service that refuses a body early answers and closes; the answer is then waiting behind a broken pipe. Before
     * each write the connection looks for such an answer, so that writing once more finds it, or breaks for good.
     */
    private static void write(OutputStream service, byte[] buffer, int length) throws IOException {
        try {
            service.write(buffer, 0, length);
        } catch (SocketException broken) {
            service.write(buffer, 0, length);
        }
    }

    @Override
    public InputStream getContent() {
        return body;
    }

    @Override
    public long getContentLength() {
        return length_bytes;
    }

    @Override
    public boolean isRepeatable() {
        return false;
    }

    @Override
    public boolean isStreaming() {
        return true;
    }

    @Override
    public void close() throws IOException {
        body.close();
    }
}
