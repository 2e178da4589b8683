package org.nxsi.gateway.routing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nxsi.platform.web.Role;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The routes that are no item of the catalogue: for staff at the console, for partners, for people on every channel, and
 * for visitors, who need no token.
 */
@ConfigurationProperties("nxsi.gateway.routes")
record TableSettings(List<Row> admin, List<Row> partner, List<Row> people, List<Row> visitors) {

    /**
     * A route; the first that matches is taken.
     *
     * @param method empty for all methods
     * @param limits by name
     * @param roles one of them is needed; empty for any member of the staff. A row for people has one,
     *     one for partners says which kind of partner, one for visitors has none
     */
    record Row(
            String id,
            @Nullable String method,
            String path,
            String service,
            String limits,
            @DefaultValue List<Role> roles) {}
}
