package org.nxsi.local.month;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The columns of a roster that tell the simulated banks which accounts people have there. */
final class BankColumns {

    private static final int LONGEST_LINE = 8 * 1024;
    private static final int LOOK_AT_BYTES = 64 * 1024;
    private static final String BANK = "银行行别";
    private static final String ACCOUNT = "银行账号";
    private static final String HOLDER = "户名";
    private static final String STATE = "银行侧状态";
    private static final String NORMAL = "正常";

    private BankColumns() {}

    /**
     * Writes {@code bank,account,name,state} for every line that names an account; lines that do not are the import's to
     * complain about. A roster without the column 银行侧状态 means open accounts in the right name.
     *
     * @return how many were written; 0 if the header is not a roster's
     */
    static long copy(Path roster, Path accounts) throws IOException {
        long written = 0;
        try (BoundedLines lines = new BoundedLines(
                        new BufferedReader(new InputStreamReader(Files.newInputStream(roster), charset(roster))),
                        LONGEST_LINE);
                BufferedWriter out = Files.newBufferedWriter(accounts)) {
            String header = lines.next();
            List<String> names = header == null ? List.of() : cells(header.replace("\uFEFF", ""));
            if (!names.containsAll(List.of(BANK, ACCOUNT, HOLDER))) {
                return 0;
            }
            for (String line = lines.next(); line != null; line = lines.next()) {
                Optional<String> account = account(names, cells(line));
                if (account.isPresent()) {
                    out.write(account.get());
                    out.write('\n');
                    written++;
                }
            }
        }
        return written;
    }

    private static Optional<String> account(List<String> names, List<String> cells) {
        String bank = cell(names, cells, BANK);
        String account = cell(names, cells, ACCOUNT);
        String holder = cell(names, cells, HOLDER);
        String state = cell(names, cells, STATE);
        boolean plain = bank.matches("[0-9]{3}") && account.matches("[0-9]{8,32}") && !holder.isBlank();
        return plain && holder.indexOf(',') < 0
                ? Optional.of(String.join(",", bank, account, holder, state.isEmpty() ? NORMAL : state))
                : Optional.empty();
    }

    private static String cell(List<String> names, List<String> cells, String name) {
        int position = names.indexOf(name);
        return position >= 0 && position < cells.size() ? cells.get(position).strip() : "";
    }

    /** The cells of a CSV line (RFC 4180) that lies on one line. */
    static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char character = line.charAt(i);
            if (character == '"') {
                boolean doubled = quoted && i + 1 < line.length() && line.charAt(i + 1) == '"';
                if (doubled) {
                    cell.append('"');
                    i++;
                } else {
                    quoted = !quoted;
                }
            } else if (character == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(character);
            }
        }
        cells.add(cell.toString());
        return cells;
    }

    /** UTF-8, or GB 18030 when the beginning is no UTF-8. */
    private static Charset charset(Path file) throws IOException {
        byte[] beginning;
        try (InputStream in = Files.newInputStream(file)) {
            beginning = in.readNBytes(LOOK_AT_BYTES);
        }
        CharsetDecoder utf8 = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        boolean fits = !utf8.decode(ByteBuffer.wrap(beginning), CharBuffer.allocate(beginning.length + 1), false)
                .isError();
        return fits ? StandardCharsets.UTF_8 : Charset.forName("GB18030");
    }
}
