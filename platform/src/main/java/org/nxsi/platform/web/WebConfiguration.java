package org.nxsi.platform.web;

import java.util.List;
import org.nxsi.platform.money.Month;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.context.annotation.Bean;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** The conventions of every web face: problems, callers, pages. */
@AutoConfiguration(before = ErrorMvcAutoConfiguration.class)
public class WebConfiguration {

    @Bean
    @ConditionalOnMissingBean
    ProblemAdvice problemAdvice() {
        return new ProblemAdvice();
    }

    @Bean
    @ConditionalOnMissingBean
    ProblemWriter problemWriter(JsonMapper json) {
        return new ProblemWriter(json);
    }

    @Bean
    @ConditionalOnMissingBean(ErrorController.class)
    ErrorPage errorPage() {
        return new ErrorPage();
    }

    @Bean
    WebMvcConfigurer nxsiArguments(@Value("${nxsi.page-limit:500}") int pageLimit) {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new CallerResolver());
                resolvers.add(new CommandIdResolver());
                resolvers.add(new PageRequestResolver(pageLimit));
            }

            @Override
            public void addFormatters(FormatterRegistry registry) {
                registry.addConverter(String.class, Month.class, Month::parse);
            }
        };
    }
}
