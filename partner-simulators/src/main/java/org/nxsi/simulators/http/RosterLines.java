package org.nxsi.simulators.http;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nxsi.simulators.bank.AccountState;
import org.nxsi.simulators.bank.Bank.RosterAccount;
import org.nxsi.simulators.desk.BankDesk;

/** Reads {@code bank,account,name,state} lines and opens the accounts in portions, as they come in. */
final class RosterLines {

    private static final int PORTION = 5_000;
    private static final int MAX_LINE = 400;
    private static final int FIELDS = 4;

    private final Map<String, BankDesk> desks;
    private final Map<String, List<RosterAccount>> portion = new HashMap<>();
    private int inPortion;
    private long read;

    RosterLines(Map<String, BankDesk> desks) {
        this.desks = desks;
    }

    /**
     * @return how many accounts were listed
     * @throws Refusal 400 at the first line that is wrong; what stood before it may be open already
     */
    long openAll(InputStream csv) throws IOException {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(csv, StandardCharsets.UTF_8.newDecoder()), 64 * 1024)) {
            for (String line = next(lines); line != null; line = next(lines)) {
                take(line.startsWith("\uFEFF") ? line.substring(1) : line);
            }
            flush();
            return read;
        } catch (CharacterCodingException e) {
            throw new Refusal(400, "roster-encoding", "the roster is not UTF-8 after line " + read);
        }
    }

    private void take(String line) throws IOException {
        if (line.isEmpty() || (read == 0 && line.startsWith("bank,"))) {
            return;
        }
        read++;
        String[] fields = line.split(",", -1);
        if (fields.length != FIELDS || fields[1].isBlank() || fields[2].isBlank() || line.indexOf('\t') >= 0) {
            throw wrong("does not have the four fields bank,account,name,state");
        }
        if (!desks.containsKey(fields[0])) {
            throw wrong("names no bank of the simulation");
        }
        AccountState state = AccountState.ofRoster(fields[3])
                .orElseThrow(() -> wrong("has none of the states 正常, 户名不符, 无此账号, 销户, 冻结"));
        portion.computeIfAbsent(fields[0], _ -> new ArrayList<>()).add(new RosterAccount(fields[1], fields[2], state));
        inPortion++;
        if (inPortion >= PORTION) {
            flush();
        }
    }

    private void flush() throws IOException {
        for (Map.Entry<String, List<RosterAccount>> accounts : portion.entrySet()) {
            BankDesk desk = desks.get(accounts.getKey());
            if (desk != null) {
                desk.bank().open(accounts.getValue());
            }
        }
        portion.clear();
        inPortion = 0;
    }

    private @Nullable String next(BufferedReader lines) throws IOException {
        StringBuilder line = new StringBuilder();
        int character = lines.read();
        if (character < 0) {
            return null;
        }
        while (character >= 0 && character != '\n') {
            if (line.length() >= MAX_LINE) {
                throw wrong("is followed by a line of more than " + MAX_LINE + " characters");
            }
            if (character != '\r') {
                line.append((char) character);
            }
            character = lines.read();
        }
        return line.toString();
    }

    private Refusal wrong(String what) {
        return new Refusal(400, "roster-line", "line " + read + " " + what);
    }
}
