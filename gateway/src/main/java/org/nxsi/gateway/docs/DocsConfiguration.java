package org.nxsi.gateway.docs;

import org.nxsi.gateway.catalogue.Catalogue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DocsConfiguration {

    @Bean
    CatalogueDescription catalogueDescription(Catalogue catalogue) {
        return new CatalogueDescription(catalogue);
    }
}
