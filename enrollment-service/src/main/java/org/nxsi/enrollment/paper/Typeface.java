package org.nxsi.enrollment.paper;

import java.awt.Color;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.openpdf.text.Chunk;
import org.openpdf.text.Font;
import org.openpdf.text.Phrase;
import org.openpdf.text.pdf.BaseFont;

/**
 * The letters of papers. No JDK brings Chinese ones, so they come with the service (see {@code fonts/SOURCES.md}): one face
 * for nearly everything, and two for the rare characters of names. A paper embeds those that it uses, and no others.
 */
public final class Typeface {

    /** Stands where no face has the character: older files keep rare name characters in private codes. */
    public static final String UNKNOWN = "〓";

    static final Color INK = new Color(0x1a, 0x1a, 0x1a);
    static final Color PALE = new Color(0x5f, 0x5f, 0x5f);

    private final List<BaseFont> faces;

    private Typeface(List<BaseFont> faces) {
        this.faces = List.copyOf(faces);
    }

    private static final class Loaded {

        static final Typeface OURS = load();

        private static Typeface load() {
            return new Typeface(
                    List.of(face("wqy-microhei.ttc", ",0"), face("droid-ext-a.ttf", ""), face("rare-kai.ttf", "")));
        }
    }

    /** Read once; some ten megabytes. */
    static Typeface ours() {
        return Loaded.OURS;
    }

    /** Whether some face has every character of the text. */
    public static boolean canWrite(String text) {
        return text.codePoints().allMatch(each -> ours().faceOf(each) >= 0);
    }

    /** @param size points */
    Phrase phrase(String text, float size, Color color) {
        Phrase phrase = new Phrase();
        phrase.setFont(font(0, size, color));
        phrase.setLeading(size * 1.4f);
        StringBuilder run = new StringBuilder();
        int runFace = 0;
        for (int i = 0; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            i += Character.charCount(codePoint);
            int face = faceOf(codePoint);
            int next = face < 0 ? 0 : face;
            if (next != runFace && !run.isEmpty()) {
                phrase.add(chunk(run, runFace, size, color));
            }
            runFace = next;
            run.append(face < 0 ? UNKNOWN : Character.toString(codePoint));
        }
        if (!run.isEmpty()) {
            phrase.add(chunk(run, runFace, size, color));
        }
        return phrase;
    }

    /** For what is drawn at a place of its own. */
    BaseFont plain() {
        return faces.getFirst();
    }

    private Chunk chunk(StringBuilder run, int face, float size, Color color) {
        Chunk chunk = new Chunk(run.toString(), font(face, size, color));
        run.setLength(0);
        return chunk;
    }

    private Font font(int face, float size, Color color) {
        return new Font(faces.get(face), size, Font.NORMAL, color);
    }

    private int faceOf(int codePoint) {
        for (int face = 0; face < faces.size(); face++) {
            if (faces.get(face).charExists(codePoint)) {
                return face;
            }
        }
        return -1;
    }

    private static BaseFont face(String file, String member) {
        try (InputStream in = Objects.requireNonNull(Typeface.class.getResourceAsStream("/fonts/" + file), file)) {
            return BaseFont.createFont(
                    file + member, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, false, in.readAllBytes(), null);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
