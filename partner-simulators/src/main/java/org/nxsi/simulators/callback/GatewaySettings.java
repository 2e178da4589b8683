package org.nxsi.simulators.callback;

import java.net.URI;
import java.util.Map;

/**
 * Where and as whom the banks report.
 *
 * @param gateway the bureau's door
 * @param issuer who gives tokens, an OpenID Connect issuer
 * @param secrets each bank's client secret by its code; the client id is {@code bank-<code>}
 * @param attempts after how many tries a report is given up; inquiries still find it
 * @param firstPause_ms before the second try, doubling up to half a minute
 */
public record GatewaySettings(URI gateway, URI issuer, Map<String, String> secrets, int attempts, long firstPause_ms) {

    private static final long LONGEST_PAUSE_MS = 30_000;

    public GatewaySettings {
        secrets = Map.copyOf(secrets);
        if (attempts < 1 || firstPause_ms < 1) {
            throw new IllegalArgumentException("a report is tried at least once, with a pause between tries");
        }
    }

    /** @param attempt from 1 */
    long pauseAfter_ms(int attempt) {
        return Math.min(LONGEST_PAUSE_MS, firstPause_ms << Math.min(attempt - 1, 20));
    }

    String secretOf(String bank) {
        String secret = secrets.get(bank);
        if (secret == null) {
            throw new IllegalArgumentException("no client secret of bank " + bank);
        }
        return secret;
    }
}
