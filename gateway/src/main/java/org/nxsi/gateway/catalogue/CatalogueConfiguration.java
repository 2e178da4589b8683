package org.nxsi.gateway.catalogue;

import java.io.IOException;
import java.io.InputStream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;

@Configuration(proxyBeanMethods = false)
class CatalogueConfiguration {

    @Bean
    Catalogue catalogue(@Value("${nxsi.gateway.catalogue}") Resource file) throws IOException {
        try (InputStream yaml = file.getInputStream()) {
            return CatalogueFile.read(yaml);
        }
    }
}
