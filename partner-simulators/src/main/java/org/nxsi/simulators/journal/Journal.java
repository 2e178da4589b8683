package org.nxsi.simulators.journal;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * A file of lines, each behind its own checksum, written to disk before {@link #append} returns. A line that a crash
 * cut off at the file's end never was; damage anywhere else is an error. Appending is for one thread at a time,
 * reading for any.
 */
public final class Journal implements Closeable {

    /** The longest line, in bytes. */
    public static final int MAX_LINE_BYTES = 16 * 1024 * 1024;

    private final FileChannel file;
    private long end;

    private Journal(FileChannel file, long end) {
        this.file = file;
        this.end = end;
    }

    /** Where a line stands: its text's first byte, and its length without checksum and line end. */
    public record Place(long position, int length) {}

    /** Is told every line in the order they were written. */
    @FunctionalInterface
    public interface Replay {
        void line(Place place, String text) throws IOException;
    }

    /**
     * Opens the journal, or starts an empty one, and replays what it holds.
     *
     * @throws DamagedJournal if a line before the last is not what was written
     */
    public static Journal open(Path path, Replay replay) throws IOException {
        Files.createDirectories(path.toAbsolutePath().getParent());
        FileChannel file =
                FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            long end = new JournalScan(path, file).run(replay);
            file.truncate(end);
            return new Journal(file, end);
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    /** Appends one line. */
    public Place append(String text) throws IOException {
        return appendAll(List.of(text)).getFirst();
    }

    /** Appends lines with one write; a crash may keep the first few of them. */
    public List<Place> appendAll(List<String> texts) throws IOException {
        if (texts.isEmpty()) {
            return List.of();
        }
        List<Place> places = new ArrayList<>(texts.size());
        List<byte[]> lines = new ArrayList<>(texts.size());
        long position = end;
        for (String text : texts) {
            byte[] line = JournalLine.encode(text);
            lines.add(line);
            places.add(new Place(position + JournalLine.CHECKSUM_BYTES, line.length - JournalLine.CHECKSUM_BYTES - 1));
            position += line.length;
        }
        write(lines, Math.toIntExact(position - end));
        end = position;
        return places;
    }

    /** Reads one line. */
    public String read(Place place) throws IOException {
        return new String(bytes(place.position(), place.length()), StandardCharsets.UTF_8);
    }

    /** Reads the line whose text starts here, of unknown length up to the given one. */
    public String readAt(long position, int maxLength) throws IOException {
        byte[] bytes = bytes(position, (int) Math.min(maxLength + 1L, end - position));
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                return new String(bytes, 0, i, StandardCharsets.UTF_8);
            }
        }
        throw new EOFException("no line of at most " + maxLength + " bytes at " + position);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private void write(List<byte[]> lines, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        lines.forEach(buffer::put);
        buffer.flip();
        try {
            while (buffer.hasRemaining()) {
                file.write(buffer, end + buffer.position());
            }
            file.force(false);
        } catch (IOException e) {
            takeBack(e);
            throw e;
        }
    }

    /** What was not written whole must not stand there half, or the next line would end in it. */
    private void takeBack(IOException cause) {
        try {
            file.truncate(end);
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }

    private byte[] bytes(long position, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        while (buffer.hasRemaining()) {
            if (file.read(buffer, position + buffer.position()) < 0) {
                throw new EOFException("the journal ends before " + (position + length));
            }
        }
        return buffer.array();
    }
}
