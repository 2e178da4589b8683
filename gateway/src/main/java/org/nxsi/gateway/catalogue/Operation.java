package org.nxsi.gateway.catalogue;

import java.util.List;

/**
 * What an item comes down to, whichever channel offers it under whichever name.
 *
 * @param name such as {@code card-loss-report}
 * @param owner the service that serves it, or {@code gateway}
 * @param open whether its owner serves it already
 * @param requests the first is the item's own, further ones belong to it
 */
public record Operation(String name, String owner, Kind kind, boolean open, List<OfferedRequest> requests) {

    public Operation {
        if (requests.isEmpty()) {
            throw new IllegalArgumentException("operation " + name + " has no request");
        }
        requests = List.copyOf(requests);
    }

    public OfferedRequest mainRequest() {
        return requests.getFirst();
    }
}
