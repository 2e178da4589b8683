package org.nxsi.systemtests.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.nxsi.local.roster.RosterFile;
import org.nxsi.local.roster.SampleRoster;

/** The payees of the campaign: those of the sample roster, some more every month, certified for as long as it lasts. */
final class CampaignRoster {

    private static final int NEW_PER_MONTH = 20;
    private static final int BANK = 9;
    private static final int ACCOUNT = 10;
    private static final int HOLDER = 11;
    private static final int CERTIFIED = 12;
    private static final int STATE = 13;

    private final Path folder;
    private final int payees;
    private final long seed;

    CampaignRoster(Path folder, int payees, long seed) {
        this.folder = folder;
        this.payees = payees;
        this.seed = seed;
    }

    /**
     * Both UTF-8.
     *
     * @param roster as the clerk hands it in
     * @param accounts as the banks open them
     */
    record Papers(byte[] roster, byte[] accounts) {}

    Papers ofRound(int round) {
        Path file = folder.resolve("roster-" + round + ".csv");
        try {
            RosterFile.write(new SampleRoster(payees + (long) NEW_PER_MONTH * round, seed), file);
            return papers(Files.readAllLines(file));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Papers papers(List<String> lines) {
        List<String> roster = new ArrayList<>(List.of(lines.getFirst()));
        List<String> accounts = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            cells[CERTIFIED] = cells[CERTIFIED].replace("2020-", "2096-");
            roster.add(String.join(",", cells));
            accounts.add(String.join(",", cells[BANK], cells[ACCOUNT], cells[HOLDER], cells[STATE]));
        }
        return new Papers(bytes(roster), bytes(accounts));
    }

    private static byte[] bytes(List<String> lines) {
        return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
