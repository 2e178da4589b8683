package org.nxsi.systemtests.evidence;

import java.net.URI;
import java.util.Optional;
import org.nxsi.local.stack.StackAddresses;

/**
 * Where a running system is seen.
 *
 * @param gateway its one door
 * @param realm the issuer that the auditor's token comes from
 * @param auditor account with the role auditor
 * @param token a token that is there already, instead of one for the account
 * @param banks the simulated banks' own books; empty where the banks are real and show nobody their books
 * @param kafka bootstrap address of the brokers; empty if they cannot be reached from here
 */
public record AuditedSystem(
        URI gateway, URI realm, String auditor, Optional<String> token, Optional<URI> banks, Optional<String> kafka) {

    /** A local stack with its demo auditor. */
    public static AuditedSystem local(StackAddresses addresses) {
        return new AuditedSystem(
                addresses.gateway(),
                addresses.realm(),
                "auditor",
                Optional.empty(),
                Optional.of(addresses.simulators()),
                Optional.of(addresses.kafka()));
    }
}
