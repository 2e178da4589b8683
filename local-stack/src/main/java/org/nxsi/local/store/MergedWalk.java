package org.nxsi.local.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * Goes through all ranges of a plan at once and yields them as one order: by what follows the bytes that each range
 * shares. So {@code {status: {$in: […]}}} comes in order of ids from an index on status.
 */
final class MergedWalk implements Walk {

    private final List<Lane> waiting = new ArrayList<>();
    private final PriorityQueue<Lane> ahead;
    private @Nullable Lane current;

    private record Lane(SerialWalk walk, int shared) {

        int compareTo(Lane other) {
            byte[] mine = walk.key().bytes();
            byte[] others = other.walk.key().bytes();
            return Arrays.compareUnsigned(mine, shared, mine.length, others, other.shared, others.length);
        }
    }

    MergedWalk(Plan plan, MVMap<Key, byte[]> documents, @Nullable MVMap<Key, Integer> index) {
        for (Range range : plan.ranges()) {
            waiting.add(new Lane(new SerialWalk(plan.only(range), documents, index), range.shared()));
        }
        Comparator<Lane> order = Lane::compareTo;
        ahead = new PriorityQueue<>(plan.backwards() ? order.reversed() : order);
    }

    @Override
    public boolean advance(View now) {
        if (current != null) {
            waiting.add(current);
        }
        for (Lane lane : waiting) {
            if (lane.walk.advance(now)) {
                ahead.add(lane);
            }
        }
        waiting.clear();
        current = ahead.poll();
        return current != null;
    }

    @Override
    public Key id() {
        return standing().id();
    }

    @Override
    public byte @Nullable [] document(View now) {
        return standing().document(now);
    }

    private SerialWalk standing() {
        if (current == null) {
            throw new IllegalStateException("not on a document");
        }
        return current.walk;
    }
}
