package org.nxsi.gateway.routing;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.nxsi.gateway.catalogue.Channel;
import org.springframework.web.servlet.function.ServerResponse;

/** Services name what they made by their own paths; callers know it by the channel's. */
final class Locations {

    private Locations() {}

    static void underChannel(ServerResponse answer, Channel channel) {
        @Nullable URI location = answer.headers().getLocation();
        if (location != null
                && location.getRawPath() != null
                && location.getRawPath().startsWith("/v1/")) {
            String query = location.getRawQuery() == null ? "" : "?" + location.getRawQuery();
            answer.headers().setLocation(URI.create("/" + channel.name() + location.getRawPath() + query));
        }
    }
}
