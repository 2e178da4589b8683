package org.nxsi.enrollment.sheet;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Enumeration;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.nxsi.platform.web.ProblemException;

/**
 * Looks through the parts of a spreadsheet file before anybody builds rows of it: a file of a few kilobytes may unpack to
 * gigabytes, and a single cell may stand in column ZZZZZZ, for which a reader would make room.
 */
final class XlsxParts {

    private static final int LONGEST_COLUMN = 2;

    private final XMLInputFactory xml = new InputFactoryImpl();
    private long unpacked_bytes;
    private int parts;
    private int cells;

    private XlsxParts() {
        xml.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        xml.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    }

    /** @throws ProblemException if it is no archive, or too large within */
    static void check(byte[] body) {
        try (ZipFile archive = ZipFile.builder().setByteArray(body).get()) {
            new XlsxParts().check(archive);
        } catch (IOException | IllegalArgumentException garbled) {
            throw SheetProblem.unreadable("不是规范的 XLSX 文件");
        }
    }

    private void check(ZipFile archive) throws IOException {
        for (Enumeration<ZipArchiveEntry> all = archive.getEntries(); all.hasMoreElements(); ) {
            if (++parts > SheetLimits.PARTS) {
                throw tooLarge();
            }
            ZipArchiveEntry each = all.nextElement();
            try (InputStream part = new Counted(archive.getInputStream(each))) {
                lookThrough(part);
                part.transferTo(OutputStream.nullOutputStream());
            }
        }
    }

    /** Whatever is no XML has no cells; whatever breaks off has no more of them. */
    private void lookThrough(InputStream part) {
        try {
            XMLStreamReader reader = xml.createXMLStreamReader(part);
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT
                        && reader.getLocalName().equals("c")) {
                    cell(reader.getAttributeValue(null, "r"));
                }
            }
        } catch (XMLStreamException | RuntimeException notXml) {
            if (notXml instanceof ProblemException refused) {
                throw refused;
            }
        }
    }

    private void cell(@Nullable String address) {
        int letters = 0;
        while (address != null && letters < address.length() && Character.isLetter(address.charAt(letters))) {
            letters++;
        }
        boolean tooFar = letters > LONGEST_COLUMN
                || letters == LONGEST_COLUMN && address != null && address.charAt(0) > 'A' && address.charAt(0) != 'a';
        if (tooFar || ++cells > SheetLimits.CELLS) {
            throw SheetProblem.tooLarge("最多 " + SheetLimits.ROWS + " 行、" + SheetLimits.COLUMNS + " 列");
        }
    }

    private static ProblemException tooLarge() {
        return SheetProblem.tooLarge("解压后不得超过 " + SheetLimits.UNPACKED_BYTES + " 字节");
    }

    /** Counts what comes out, whatever the archive says of its size. */
    private final class Counted extends FilterInputStream {

        Counted(InputStream part) {
            super(part);
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            count(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int some = super.read(target, offset, length);
            count(Math.max(0, some));
            return some;
        }

        private void count(int bytes) {
            unpacked_bytes += bytes;
            if (unpacked_bytes > SheetLimits.UNPACKED_BYTES) {
                throw tooLarge();
            }
        }
    }
}
