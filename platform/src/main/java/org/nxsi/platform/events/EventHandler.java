package org.nxsi.platform.events;

/**
 * Applies one event. It may come again, so effect and memory of it must be one write. A store or network failure is
 * thrown on: the partition waits. Any other exception is taken for poison.
 */
@FunctionalInterface
public interface EventHandler {

    void handle(ReceivedEvent event);
}
