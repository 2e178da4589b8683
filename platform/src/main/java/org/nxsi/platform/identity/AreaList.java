package org.nxsi.platform.identity;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** The list of areas as shipped: lines {@code code,name}; a line that starts with # is a remark. */
final class AreaList {

    static final String NATION = "100000";
    static final Map<String, String> NAMES = load("/identity/areas-2020.csv");

    private AreaList() {}

    private static Map<String, String> load(String resource) {
        try (InputStream in = Objects.requireNonNull(AreaList.class.getResourceAsStream(resource), resource);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableMap(line -> line.substring(0, 6), line -> line.substring(7)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
