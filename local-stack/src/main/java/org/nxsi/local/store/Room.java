package org.nxsi.local.store;

import de.bwaldvogel.mongo.exception.MongoServerError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Room on the disk. While less is left than the reserve, commands that write are refused as a whole and before they have
 * changed anything; what was begun can still be committed out of the reserve. Reading goes on, and writing too as soon as
 * there is room again.
 */
final class Room {

    /** More than a commit may write, see {@link DurableStore}, and than comes in between two looks. */
    static final int RESERVE_MB = 128;

    private static final long MIB = 1024 * 1024;
    private static final long LOOK_EVERY_NS = 100_000_000;
    private static final int OUT_OF_DISK_SPACE = 14031;
    private static final Set<String> WRITES = Set.of(
            "insert",
            "update",
            "delete",
            "findandmodify",
            "create",
            "createindexes",
            "drop",
            "dropindexes",
            "deleteindexes",
            "dropdatabase");

    private final @Nullable Path folder;
    private final long reserve_mb;
    private final @Nullable Path pretext;
    private volatile long looked_ns;
    private volatile long free_mb = Long.MAX_VALUE;

    /**
     * @param folder of the store; null for one in memory, which always has room
     * @param reserve_mb MiB that are left alone
     * @param pretext while this file exists the disk counts as full: for tests that may not fill one
     */
    Room(@Nullable Path folder, long reserve_mb, @Nullable Path pretext) {
        this.folder = folder;
        this.reserve_mb = reserve_mb;
        this.pretext = pretext;
        this.looked_ns = System.nanoTime() - LOOK_EVERY_NS;
    }

    /** @throws MongoServerError OutOfDiskSpace if the command writes and there is no room */
    void requireFor(String command) {
        if (folder == null || !WRITES.contains(command.toLowerCase(Locale.ROOT))) {
            return;
        }
        long free = free_mb(folder);
        if (free < reserve_mb) {
            throw new MongoServerError(
                    OUT_OF_DISK_SPACE,
                    "OutOfDiskSpace",
                    "nothing is written: " + free + " MB free, the last " + reserve_mb + " MB are a reserve");
        }
    }

    private long free_mb(Path looked) {
        long now_ns = System.nanoTime();
        if (now_ns - looked_ns >= LOOK_EVERY_NS) {
            free_mb = pretext != null && Files.exists(pretext) ? 0 : usable_mb(looked);
            looked_ns = now_ns;
        }
        return free_mb;
    }

    private static long usable_mb(Path folder) {
        try {
            return Files.getFileStore(folder).getUsableSpace() / MIB;
        } catch (IOException unknown) {
            return Long.MAX_VALUE;
        }
    }
}
