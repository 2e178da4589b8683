package org.nxsi.pension.partner;

import java.net.URI;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the partner banks are reached.
 *
 * @param uri where the banks' interfaces start; {@code /banks/{code}/…} below it
 * @param keysDir our SM2 key and the banks' public keys
 * @param timeout_ms limit of one call, milliseconds; after it the bank counts as silent
 */
@ConfigurationProperties("nxsi.partner")
public record PartnerSettings(
        URI uri, Path keysDir, @DefaultValue("15000") int timeout_ms) {}
