package org.nxsi.local.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.nxsi.local.keycloak.Tokens;
import org.nxsi.local.stack.DemoBank;
import org.nxsi.local.stack.RunningParts;
import org.nxsi.local.stack.RunningParts.RunningPart;
import org.nxsi.local.stack.StackConfig;
import org.nxsi.local.stack.StackFailure;
import org.nxsi.local.stack.Stopping;

/** The commands that start nothing. */
final class SmallCommands {

    private static final List<String> STATE =
            List.of("store", "kafka", "keycloak", "partners", "keys", "rosters", "logs", "run");
    private static final List<String> CHANNEL_PEOPLE =
            List.of("citizen", "citizen2", "worker", "resident", "flexible", "agent", "agent2");
    private static final Pattern PARTNER = Pattern.compile("(bank|collector|agency|hospital)-[0-9]+");

    private final StackConfig config;
    private final PrintStream out;

    SmallCommands(StackConfig config, PrintStream out) {
        this.config = config;
        this.out = out;
    }

    /** {@code ./run status}: 0 if everything is up. */
    int status() {
        Optional<RunningParts> known = RunningParts.read(config.home());
        if (known.isEmpty() || known.get().parts().isEmpty()) {
            out.println("nothing is running");
            return 1;
        }
        for (RunningPart part : known.get().parts()) {
            String state = part.process().isPresent() ? "running" : "DEAD   ";
            out.printf("  %-26s %s  pid %-8d ports %s  %s%n", part.name(), state, part.pid(), part.ports(), part.log());
        }
        out.println(
                known.get().isUp() ? "up" : known.get().isWatched() ? "starting" : "not all of it is up: ./run down");
        return known.get().isUp() ? 0 : 1;
    }

    /** {@code ./run down}: stops what is recorded, after a look at each process whether it is still ours. */
    int down(boolean atOnce) throws InterruptedException {
        Optional<RunningParts> known = RunningParts.read(config.home());
        Stopping stopping = new Stopping(known.orElse(RunningParts.none()), new Terminal(out, false, () -> {}));
        int stopped = atOnce ? stopping.atOnce() : stopping.gently();
        RunningParts.forget(config.home());
        out.println(stopped == 0 ? "nothing was running" : "stopped " + stopped + " parts");
        return 0;
    }

    /** {@code ./run reset}: stops and forgets all data; unpacked programs and start-up caches stay. */
    int reset() throws InterruptedException {
        down(false);
        for (String folder : STATE) {
            delete(config.home().resolve(folder));
        }
        out.println("all data of " + config.home() + " is gone; the next ./run begins anew");
        return 0;
    }

    /** {@code ./run token USER [CLIENT]}, {@code ./run token PARTNER}: an access token, and nothing else, on the output. */
    int token(List<String> words) throws InterruptedException {
        if (words.isEmpty() || words.size() > 2) {
            throw new UsageError("./run token USER [CLIENT]");
        }
        String user = words.getFirst();
        String client = words.size() == 2 ? words.get(1) : CHANNEL_PEOPLE.contains(user) ? "web" : "ops-console";
        try (HttpClient http = HttpClient.newHttpClient()) {
            Tokens tokens = new Tokens(http, config.addresses().realm());
            out.println(PARTNER.matcher(user).matches() ? tokens.ofPartner(user) : tokens.of(user, client));
            return 0;
        } catch (IOException failure) {
            String reason =
                    failure.getMessage() == null ? "Keycloak does not answer: is the stack up?" : failure.getMessage();
            throw new StackFailure(reason, failure);
        }
    }

    /** {@code ./run banks}: the codes that a roster may name. */
    int banks() {
        for (DemoBank bank : DemoBank.values()) {
            out.println(bank.code() + "  " + bank.title());
        }
        return 0;
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException failure) {
            throw new StackFailure("cannot delete " + folder + ": " + failure.getMessage(), failure);
        }
    }
}
