package org.nxsi.platform.boot;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.nxsi.platform.policy.PolicyData;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** The policy data in force: what ships, and the file of {@code nxsi.policy-file} on top of it. */
@AutoConfiguration
public class PolicyConfiguration {

    @Bean
    PolicyData policyData(@Value("${nxsi.policy-file:}") String file) {
        @Nullable Path extra = file.isBlank() ? null : Path.of(file);
        return PolicyData.load(extra);
    }
}
