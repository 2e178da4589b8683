package org.nxsi.pension.roster;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.types.Binary;

/**
 * The good rows of a chunk on their way from upload to worker; removed once applied. Public for the codec's sake.
 *
 * @param id the chunk's
 * @param lines the rows, compressed
 */
public record RowsOfChunk(@BsonId String id, Binary lines) {

    static RowsOfChunk of(String chunk, CharSequence lines) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        Deflater fast = new Deflater(Deflater.BEST_SPEED);
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed, fast)) {
            out.write(lines.toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } finally {
            fast.end();
        }
        return new RowsOfChunk(chunk, new Binary(packed.toByteArray()));
    }

    List<RosterRow> rows() {
        try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(lines.getData()))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(RosterRow::ofLine)
                    .toList();
        } catch (IOException unreadable) {
            throw new IllegalStateException("rows of chunk " + id + " are damaged", unreadable);
        }
    }
}
