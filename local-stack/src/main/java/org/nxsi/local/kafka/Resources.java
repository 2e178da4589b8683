package org.nxsi.local.kafka;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;

/** Reads the settings that ship with this package. */
final class Resources {

    private Resources() {}

    static Properties properties(String path) throws IOException {
        Properties properties = new Properties();
        try (var in = Objects.requireNonNull(Resources.class.getResourceAsStream(path), path);
                var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }
}
