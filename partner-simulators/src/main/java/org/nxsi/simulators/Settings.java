package org.nxsi.simulators;

import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.nxsi.simulators.bank.BankName;
import org.nxsi.simulators.bank.BankSettings;
import org.nxsi.simulators.callback.GatewaySettings;
import org.nxsi.simulators.faults.FaultPlan;

/**
 * What the simulation is told at its start.
 *
 * @param keys folder with {@code bank-<code>.key} of each bank and {@code bureau.pub}
 * @param data folder of the books, made if it is not there
 */
public record Settings(
        InetSocketAddress address,
        Path keys,
        Path data,
        List<BankName> banks,
        BankSettings bank,
        GatewaySettings gateway,
        FaultPlan faults) {

    private static final String CODE = "<code>";

    /**
     * From environment variables; every one of them has a default.
     *
     * @throws IllegalArgumentException naming the variable that is wrong
     */
    public static Settings of(Map<String, String> environment) {
        Variables variables = new Variables(environment);
        List<BankName> banks = BankName.all();
        return new Settings(
                new InetSocketAddress(
                        variables.text("SERVER_ADDRESS", "127.0.0.1"), variables.number("SERVER_PORT", 18_090)),
                Path.of(variables.text("NXSI_KEYS_DIR", "keys")),
                Path.of(variables.text("NXSI_DATA_DIR", "data")),
                banks,
                bank(variables),
                new GatewaySettings(
                        URI.create(variables.text("NXSI_GATEWAY_URI", "http://127.0.0.1:18080")),
                        URI.create(variables.text("NXSI_ISSUER_URI", "http://127.0.0.1:18180/realms/nxsi")),
                        secrets(variables.text("NXSI_BANK_SECRETS", "bank-" + CODE + "-local-secret"), banks),
                        variables.number("NXSI_REPORT_ATTEMPTS", 60),
                        variables.number("NXSI_REPORT_PAUSE_MS", 500)),
                FaultPlan.parse(variables.text("NXSI_FAULTS", "")));
    }

    private static BankSettings bank(Variables variables) {
        String[] range = variables.text("NXSI_RESULT_DELAY_MS", "200-1000").split("-", 2);
        try {
            return new BankSettings(
                    Long.parseLong(range[0]),
                    Long.parseLong(range[range.length - 1]),
                    variables.number("NXSI_STATEMENT_PAGE", 5_000));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("NXSI_RESULT_DELAY_MS must be milliseconds, such as 200-1000", e);
        }
    }

    /** Either one pattern with {@code <code>} for all banks, or {@code 102=secret,103=secret}. */
    private static Map<String, String> secrets(String text, List<BankName> banks) {
        if (!text.contains("=")) {
            return banks.stream().collect(Collectors.toMap(BankName::code, bank -> text.replace(CODE, bank.code())));
        }
        return Arrays.stream(text.split(",", -1))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> pair.length == 2)
                .collect(Collectors.toMap(pair -> pair[0].strip(), pair -> pair[1], (a, _) -> a, TreeMap::new));
    }

    private record Variables(Map<String, String> values) {

        String text(String name, String otherwise) {
            String value = values.get(name);
            return value == null || value.isBlank() ? otherwise : value;
        }

        int number(String name, int otherwise) {
            try {
                return Integer.parseInt(text(name, Integer.toString(otherwise)));
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException(name + " must be a number", e);
            }
        }
    }
}
