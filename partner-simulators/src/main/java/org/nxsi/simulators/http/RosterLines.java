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
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nxsi.simulators.bank.AccountState;
import org.nxsi.simulators.bank.Bank.RosterAccount;
import org.nxsi.simulators.desk.BankDesk;

/**
 * Reads {@code bank,account,name,state} lines and opens the accounts in portions, as they come in. A line that cannot
 * be used is left out and counted: the account it meant does not exist then, as at a real bank.
 */
final class RosterLines {

    private static final int PORTION = 5_000;
    private static final int MAX_LINE = 400;
    private static final int FIELDS = 4;

    private final Map<String, BankDesk> desks;
    private final Map<String, List<RosterAccount>> portion = new HashMap<>();
    private int inPortion;
    private long line;
    private long opened;
    private long skipped;
    private String firstSkipped = "";

    RosterLines(Map<String, BankDesk> desks) {
        this.desks = desks;
    }

    /**
     * Opens what is listed.
     *
     * @return {@code opened} and {@code skipped} lines, and why the first of the latter was
     * @throws Refusal 400 if it is not UTF-8; what stood before may be open already
     */
    Map<String, Object> openAll(InputStream csv) throws IOException {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(csv, StandardCharsets.UTF_8.newDecoder()), 64 * 1024)) {
            for (String text = next(lines); text != null; text = next(lines)) {
                line++;
                take(text.startsWith("\uFEFF") ? text.substring(1) : text);
            }
            flush();
        } catch (CharacterCodingException e) {
            throw new Refusal(400, "roster-encoding", "the roster is not UTF-8 after line " + line);
        }
        return skipped == 0
                ? Map.of("opened", opened)
                : Map.of("opened", opened, "skipped", skipped, "firstSkipped", firstSkipped);
    }

    private void take(String text) throws IOException {
        if (text.isEmpty() || (line == 1 && text.startsWith("bank,"))) {
            return;
        }
        String[] fields = text.split(",", -1);
        Optional<AccountState> state = fields.length == FIELDS ? AccountState.ofRoster(fields[3]) : Optional.empty();
        if (text.length() > MAX_LINE) {
            skip("has more than " + MAX_LINE + " characters");
        } else if (fields.length != FIELDS || fields[1].isBlank() || fields[2].isBlank() || text.indexOf('\t') >= 0) {
            skip("does not have the four fields bank,account,name,state");
        } else if (!desks.containsKey(fields[0])) {
            skip("names no bank of the simulation");
        } else if (state.isEmpty()) {
            skip("has none of the states 正常, 户名不符, 无此账号, 销户, 冻结");
        } else {
            opened++;
            open(fields[0], new RosterAccount(fields[1], fields[2], state.get()));
        }
    }

    private void skip(String why) {
        if (skipped == 0) {
            firstSkipped = "line " + line + " " + why;
        }
        skipped++;
    }

    private void open(String bank, RosterAccount account) throws IOException {
        portion.computeIfAbsent(bank, _ -> new ArrayList<>()).add(account);
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

    /** The next line; of one that is too long, only as much as shows that it is. */
    private static @Nullable String next(BufferedReader lines) throws IOException {
        StringBuilder text = new StringBuilder();
        int character = lines.read();
        if (character < 0) {
            return null;
        }
        while (character >= 0 && character != '\n') {
            if (character != '\r' && text.length() <= MAX_LINE) {
                text.append((char) character);
            }
            character = lines.read();
        }
        return text.toString();
    }
}
