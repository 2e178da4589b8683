package org.nxsi.systemtests.faults;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.nxsi.local.stack.LocalStack;
import org.nxsi.local.stack.StackConfig;
import org.nxsi.local.stack.StackListener;

/** {@code ./run faults}: one house, one round after another, until all are played or one is not green. */
public final class Campaign {

    private final CampaignOptions options;
    private final StackConfig config;
    private final PrintStream out;
    private final Matrix matrix = new Matrix();

    private Campaign(CampaignOptions options, StackConfig config, PrintStream out) {
        this.options = options;
        this.config = config;
        this.out = out;
    }

    /**
     * Plays the rounds that the words ask for, in a house of their own that is empty at first.
     *
     * @param home of the stack, made anew; logs and data stay there afterwards
     * @return whether all were green
     * @throws IllegalArgumentException if a word is not understood
     */
    public static boolean run(List<String> words, StackConfig environment, Path home, PrintStream out)
            throws InterruptedException {
        CampaignOptions options = CampaignOptions.parse(words);
        StackConfig config = new StackConfig(
                environment.root(),
                home,
                environment.cache(),
                environment.portBase(),
                environment.instances(),
                environment.startLimit(),
                false,
                true);
        return new Campaign(options, config, out).run();
    }

    private boolean run() throws InterruptedException {
        out.println("fault campaign: seed " + options.seed() + ", rounds " + options.fromRound() + " to "
                + (options.fromRound() + options.rounds() - 1) + ", " + options.payees() + " payees, home "
                + config.home());
        empty(config.home());
        boolean green = true;
        try (Relays relays = Relays.open(config.addresses());
                LocalStack stack = LocalStack.prepare(config, StackListener.SILENT)) {
            Runtime.getRuntime().addShutdownHook(new Thread(stack::close, "stop-the-stack"));
            stack.start();
            out.println("up after %.1f s".formatted(stack.startSeconds()));
            CampaignRoster roster = new CampaignRoster(config.home(), options.payees(), options.seed());
            for (int i = 0; green && i < options.rounds(); i++) {
                boolean last = i == options.rounds() - 1;
                green = play(options.fromRound() + i, last, stack, relays, roster);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        matrix.lines().forEach(out::println);
        return green;
    }

    private boolean play(int number, boolean last, LocalStack stack, Relays relays, CampaignRoster roster)
            throws InterruptedException {
        Script script = Script.of(options.seed(), number);
        out.println();
        out.println("round " + number + " of seed " + options.seed());
        out.println("  banks: " + script.bankFaults());
        Protocol protocol = new Protocol(out);
        List<String> reasons =
                new Round(script, stack, relays, matrix, roster, options.roundLimit(), last, protocol).play();
        if (reasons.isEmpty()) {
            out.println("round %d: green after %.0f s, %d kills"
                    .formatted(number, protocol.seconds(), script.kills().size()));
            return true;
        }
        out.println("round %d: NOT GREEN after %.0f s".formatted(number, protocol.seconds()));
        reasons.forEach(reason -> out.println("  " + reason));
        out.println("  script:");
        script.mishaps().forEach(mishap -> out.println("    " + mishap));
        out.println("  once more:  " + options.replay(number));
        out.println("  logs: " + config.logs() + ", data: " + config.home());
        return false;
    }

    private static void empty(Path home) {
        if (!Files.exists(home)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(home)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot empty " + home, failed);
        }
    }
}
