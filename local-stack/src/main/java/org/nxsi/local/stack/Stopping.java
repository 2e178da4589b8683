package org.nxsi.local.stack;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.nxsi.local.stack.RunningParts.RunningPart;

/** Ends the parts of a stack, whoever started them, and only processes that still carry their part's mark. */
public final class Stopping {

    private static final long LIMIT_S = 25;
    private static final long LIMIT_WITH_CACHE_S = 180;
    private static final int AT_A_TIME_WITH_CACHE =
            Math.max(2, Runtime.getRuntime().availableProcessors());

    private final List<RunningPart> parts;
    private final StackListener listener;

    public Stopping(RunningParts running, StackListener listener) {
        this.parts = running.alive();
        this.listener = listener;
    }

    /**
     * Asks the parts to end, wave by wave, and kills whoever has not ended within the limit: 25 seconds, or 180 where the
     * end of the first run writes a start-up cache.
     *
     * @return how many were stopped
     */
    public int gently() throws InterruptedException {
        if (parts.stream().anyMatch(part -> makesCache(part) && part.process().isPresent())) {
            listener.note("first run: writing the start-up caches, the next start will be quicker");
        }
        for (int wave : new TreeSet<>(parts.stream().map(RunningPart::wave).toList())) {
            List<RunningPart> members = new ArrayList<>(
                    parts.stream().filter(part -> part.wave() == wave).toList());
            int atATime = members.stream().anyMatch(Stopping::makesCache) ? AT_A_TIME_WITH_CACHE : members.size();
            for (int from = 0; from < members.size(); from += atATime) {
                stop(members.subList(from, Math.min(members.size(), from + atATime)));
            }
        }
        return parts.size();
    }

    /**
     * As {@link #gently}, but nobody writes a start-up cache: one made of a start that failed would be no good. Who is about
     * to write one is killed, which costs nothing that has been acknowledged.
     */
    public int withoutCaches() throws InterruptedException {
        for (RunningPart part : parts) {
            if (makesCache(part)) {
                part.process().ifPresent(Stopping::kill);
                part.startupCache().forgetWhatWasMade();
            }
        }
        return gently();
    }

    /** Kills all of them with everything they started. */
    public int atOnce() {
        for (RunningPart part : parts) {
            part.process().ifPresent(Stopping::kill);
            part.startupCache().forgetWhatWasMade();
        }
        return parts.size();
    }

    private void stop(List<RunningPart> together) throws InterruptedException {
        for (RunningPart part : together) {
            part.process().ifPresent(ProcessHandle::destroy);
        }
        for (RunningPart part : together) {
            if (endsWithin(part, makesCache(part) ? LIMIT_WITH_CACHE_S : LIMIT_S)) {
                if (part.startupCache().keepWhatWasMade()) {
                    listener.note("start-up cache of " + part.name() + " written");
                }
            } else {
                part.process().ifPresent(Stopping::kill);
                part.startupCache().forgetWhatWasMade();
            }
        }
    }

    private static boolean endsWithin(RunningPart part, long limit_s) throws InterruptedException {
        ProcessHandle process = part.process().orElse(null);
        if (process == null) {
            return true;
        }
        try {
            process.onExit().get(limit_s, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException stubborn) {
            return false;
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static boolean makesCache(RunningPart part) {
        return part.startupCache().mode() == StartupCache.Mode.MAKE;
    }

    private static void kill(ProcessHandle process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
