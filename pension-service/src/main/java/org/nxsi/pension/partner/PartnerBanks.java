package org.nxsi.pension.partner;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.nxsi.pension.beneficiary.Scheme;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The partner banks, as agreed with each: {@code nxsi.pension.banks} by code.
 *
 * @param banks name and payout accounts (scheme code to account number) by bank code
 */
@ConfigurationProperties("nxsi.pension")
public record PartnerBanks(Map<String, Agreement> banks) {

    /** What is agreed with one bank. */
    public record Agreement(String name, Map<String, String> payoutAccounts) {}

    public Optional<PartnerBank> find(String code) {
        return Optional.ofNullable(banks.get(code)).map(agreement -> bank(code, agreement));
    }

    /** @throws IllegalArgumentException for a bank that no agreement was made with */
    public PartnerBank get(String code) {
        return find(code).orElseThrow(() -> new IllegalArgumentException("not a partner bank: " + code));
    }

    public Collection<PartnerBank> all() {
        Map<String, PartnerBank> all = new LinkedHashMap<>();
        banks.keySet().stream().sorted().forEach(code -> all.put(code, get(code)));
        return all.values();
    }

    private static PartnerBank bank(String code, Agreement agreement) {
        Map<Scheme, String> accounts = new EnumMap<>(Scheme.class);
        Arrays.stream(Scheme.values()).forEach(scheme -> {
            String account = agreement.payoutAccounts().get(scheme.code());
            if (account != null) {
                accounts.put(scheme, account);
            }
        });
        return new PartnerBank(code, agreement.name(), accounts);
    }
}
