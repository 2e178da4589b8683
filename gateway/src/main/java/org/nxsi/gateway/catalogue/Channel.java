package org.nxsi.gateway.catalogue;

import java.util.List;

/**
 * A way in for people.
 *
 * @param name the path's first part, and the client that its tokens are issued to
 * @param title what people call it
 * @param annex number of the notice's annex that lists its items
 */
public record Channel(String name, String title, int annex, List<Item> items) {

    /** @throws IllegalArgumentException unless the items are numbered 1, 2, 3 … as in an annex */
    public Channel {
        items = List.copyOf(items);
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i).number() != i + 1) {
                throw new IllegalArgumentException(
                        "channel " + name + ": item number " + items.get(i).number() + " at place " + (i + 1));
            }
        }
    }

    public boolean offers(Operation operation) {
        return items.stream().anyMatch(item -> item.operation().equals(operation));
    }
}
