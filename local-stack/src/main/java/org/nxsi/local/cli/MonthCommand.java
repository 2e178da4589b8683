package org.nxsi.local.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.nxsi.local.month.MonthFailure;
import org.nxsi.local.month.MonthPlan;
import org.nxsi.local.month.MonthReport;
import org.nxsi.local.month.PayTheMonth;
import org.nxsi.local.roster.RosterFile;
import org.nxsi.local.roster.SampleRoster;
import org.nxsi.local.stack.StackConfig;
import org.nxsi.local.stack.StackFailure;

/** {@code ./run}: starts what is not up, pays the month, reports, and stays up unless told to exit. */
final class MonthCommand {

    private static final int FAILED = 1;
    private static final Duration STEP_LIMIT = Duration.ofMinutes(4);

    private final StackConfig config;
    private final Options options;

    MonthCommand(StackConfig config, Options options) {
        this.config = config.withInstances(options.scale());
        this.options = options;
    }

    int run(Surface surface) throws InterruptedException {
        Path roster = options.roster().orElse(samplePath());
        requireReadable(roster);
        try (Machine machine = new Machine(config)) {
            try {
                return pay(machine, roster, surface);
            } catch (StackFailure | MonthFailure failure) {
                // said before everything is stopped, which takes a while
                surface.failure(failure);
                return FAILED;
            }
        }
    }

    private int pay(Machine machine, Path roster, Surface surface) throws InterruptedException {
        Terminal terminal = surface.terminal(machine::requireAlive);
        machine.start(terminal, surface.environment());
        terminal.line("paying " + options.month());
        if (options.roster().isEmpty()) {
            writeSample(roster, terminal);
        }
        Path badRows = config.home().resolve("bad-rows.csv");
        MonthPlan plan = new MonthPlan(options.month(), roster, badRows, machine.startSeconds(), STEP_LIMIT);
        MonthReport report = PayTheMonth.run(config.addresses(), plan, terminal);
        ReportTable.lines(report).forEach(terminal::line);
        writeReport(report, terminal);
        if (!options.exit()) {
            UpCommand.showAddresses(config, terminal);
            terminal.line(machine.isOwn() ? "  Ctrl-C stops everything" : "  still up; ./run down stops it");
            machine.stayUp();
        }
        return report.exitCode();
    }

    private Path samplePath() {
        return config.home().resolve("rosters/sample-%d-%d.csv".formatted(options.payees(), options.seed()));
    }

    private void requireReadable(Path roster) {
        if (options.roster().isPresent() && !Files.isReadable(roster)) {
            throw new StackFailure("cannot read the roster " + roster);
        }
        options.report().map(Path::getParent).filter(Files::exists).ifPresent(folder -> {
            if (!Files.isWritable(folder)) {
                throw new StackFailure("cannot write a report to " + folder);
            }
        });
    }

    private void writeSample(Path roster, Terminal terminal) {
        if (Files.exists(roster)) {
            return;
        }
        try {
            RosterFile.write(new SampleRoster(options.payees(), options.seed()), roster);
            terminal.note("sample roster of " + options.payees() + " invented payees: " + roster);
        } catch (IOException failure) {
            throw new MonthFailure("cannot write " + roster + ": " + failure.getMessage(), failure);
        }
    }

    private void writeReport(MonthReport report, Terminal terminal) {
        Path standard = config.home().resolve("report.json");
        Path file = options.report().orElse(standard);
        try {
            report.write(file);
            terminal.line("  report: " + file);
        } catch (IOException failure) {
            throw new MonthFailure("cannot write the report " + file + ": " + failure.getMessage(), failure);
        }
    }
}
