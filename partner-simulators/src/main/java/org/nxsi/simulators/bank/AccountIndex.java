package org.nxsi.simulators.bank;

import java.util.Arrays;

/** Where each account's latest line stands: 16 bytes a slot, whatever the account, so that a million cost 32 MB. */
final class AccountIndex {

    private static final int SLOTS_TO_START_WITH = 1 << 12;
    private static final long NOWHERE = -1;

    private long[] hashes = new long[SLOTS_TO_START_WITH];
    private long[] positions = emptyPositions(SLOTS_TO_START_WITH);
    private int size;

    /** The position, or −1 if no account with this hash is known. */
    long find(String account) {
        long hash = hash(account);
        int slot = slot(hash, hashes, positions);
        return positions[slot];
    }

    void put(String account, long position) {
        if (size >= hashes.length - hashes.length / 4) {
            grow();
        }
        long hash = hash(account);
        int slot = slot(hash, hashes, positions);
        if (positions[slot] == NOWHERE) {
            size++;
        }
        hashes[slot] = hash;
        positions[slot] = position;
    }

    int size() {
        return size;
    }

    private void grow() {
        long[] moreHashes = new long[hashes.length * 2];
        long[] morePositions = emptyPositions(moreHashes.length);
        for (int i = 0; i < hashes.length; i++) {
            if (positions[i] != NOWHERE) {
                int slot = slot(hashes[i], moreHashes, morePositions);
                moreHashes[slot] = hashes[i];
                morePositions[slot] = positions[i];
            }
        }
        hashes = moreHashes;
        positions = morePositions;
    }

    private static int slot(long hash, long[] hashes, long[] positions) {
        int mask = hashes.length - 1;
        int slot = (int) (hash >>> 32) & mask;
        while (positions[slot] != NOWHERE && hashes[slot] != hash) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    /** 64 bits: FNV-1a with a final mix. Among a million accounts two share one with a chance of 1 in 30 million. */
    private static long hash(String account) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < account.length(); i++) {
            hash = (hash ^ account.charAt(i)) * 0x100000001b3L;
        }
        hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        return hash ^ (hash >>> 33);
    }

    private static long[] emptyPositions(int slots) {
        long[] positions = new long[slots];
        Arrays.fill(positions, NOWHERE);
        return positions;
    }
}
