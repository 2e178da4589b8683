package org.nxsi.systemtests.evidence;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * A list that is too long for the memory: written once to a file of its own, about 200 bytes a payment, and read from
 * its beginning as often as wanted.
 */
final class Spool<T> implements Iterable<T>, Closeable {

    private static final int BUFFER = 1 << 16;

    private final Form<T> form;
    private final Path file;
    private final DataOutputStream out;
    private long size;

    /** How one of them stands in the file. */
    interface Form<T> {

        void write(T item, DataOutput out) throws IOException;

        T read(DataInput in) throws IOException;
    }

    Spool(Form<T> form) {
        this.form = form;
        try {
            this.file = Files.createTempFile("nxsi-evidence-", ".spool");
            file.toFile().deleteOnExit();
            this.out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), BUFFER));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    void add(T item) {
        try {
            form.write(item, out);
            size++;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** Nothing may be added once it has been read. */
    @Override
    public Iterator<T> iterator() {
        try {
            out.flush();
            return new Reading(size, new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
        Files.deleteIfExists(file);
    }

    private final class Reading implements Iterator<T> {

        private final long end;
        private final DataInputStream in;
        private long at;

        Reading(long end, DataInputStream in) {
            this.end = end;
            this.in = in;
        }

        @Override
        public boolean hasNext() {
            return at < end;
        }

        @Override
        public T next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            try {
                T item = form.read(in);
                if (++at == end) {
                    in.close();
                }
                return item;
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }
}
