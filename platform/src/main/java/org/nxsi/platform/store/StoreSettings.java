package org.nxsi.platform.store;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where a service keeps its documents.
 *
 * @param uri connection string; replica set or sharded cluster in production, the embedded store locally
 * @param database the service's own database; no two services share one. Without it the service has no store
 * @param timeout_ms limit of every single operation, milliseconds
 */
@ConfigurationProperties("nxsi.mongodb")
public record StoreSettings(String uri, @Nullable String database, int timeout_ms) {

    public StoreSettings {
        timeout_ms = timeout_ms == 0 ? 20_000 : timeout_ms;
    }
}
