package org.nxsi.gateway.catalogue;

import java.util.List;
import java.util.Optional;

/** All channels and all operations. An operation that no channel offers, or that is offered but unknown, cannot be. */
public record Catalogue(List<Operation> operations, List<Channel> channels) {

    /** @throws IllegalArgumentException if an operation is offered nowhere */
    public Catalogue {
        operations = List.copyOf(operations);
        channels = List.copyOf(channels);
        for (Operation operation : operations) {
            if (channels.stream().noneMatch(channel -> channel.offers(operation))) {
                throw new IllegalArgumentException("no channel offers " + operation.name());
            }
        }
    }

    public Optional<Channel> channel(String name) {
        return channels.stream().filter(channel -> channel.name().equals(name)).findFirst();
    }

    public List<Channel> offering(Operation operation) {
        return channels.stream().filter(channel -> channel.offers(operation)).toList();
    }
}
