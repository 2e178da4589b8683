package org.nxsi.simulators.bank;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A bank of the simulation.
 *
 * @param code three digits, the 银行行别 of a roster
 */
public record BankName(String code, String name) {

    /** The banks of {@code banks.csv}. */
    public static List<BankName> all() {
        try (InputStream in = BankName.class.getResourceAsStream("banks.csv")) {
            if (in == null) {
                throw new IllegalStateException("banks.csv is not in the application");
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .skip(1)
                    .map(line -> line.split(",", 2))
                    .map(fields -> new BankName(fields[0], fields[1]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The bureau's payout accounts (支出户) at this bank, by scheme. */
    public Map<String, String> payoutAccounts() {
        Map<String, String> accounts = new LinkedHashMap<>();
        for (String scheme : List.of("110", "120", "170")) {
            accounts.put(scheme, "6401" + scheme + code + "00000001");
        }
        return accounts;
    }
}
