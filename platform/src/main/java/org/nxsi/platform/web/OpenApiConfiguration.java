package org.nxsi.platform.web;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.Arrays;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.method.HandlerMethod;

/** The description of a web face shows what its callers send, not what our resolvers make of it. */
@AutoConfiguration
@ConditionalOnClass(OpenAPI.class)
public class OpenApiConfiguration {

    private static final String BEARER = "token";

    static {
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(Caller.class, CommandId.class, PageRequest.class)
                .replaceWithClass(org.nxsi.platform.money.Month.class, String.class)
                .replaceWithClass(org.nxsi.platform.money.Fen.class, String.class);
    }

    @Bean
    @ConditionalOnMissingBean
    OpenAPI openApi(
            @Value("${nxsi.api.title:${spring.application.name}}") String title,
            @Value("${nxsi.api.description:}") String description) {
        return new OpenAPI()
                .info(new Info().title(title).description(description).version("v1"))
                .components(new Components()
                        .addSecuritySchemes(
                                BEARER,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .bearerFormat("JWT")))
                .addSecurityItem(new SecurityRequirement().addList(BEARER));
    }

    @Bean
    OperationCustomizer nxsiParameters() {
        return (operation, method) -> {
            if (takes(method, PageRequest.class)) {
                operation.addParametersItem(query("limit", "items on the page").schema(new IntegerSchema()));
                operation.addParametersItem(
                        query("cursor", "next of the page before").schema(new StringSchema()));
            }
            if (isCommand(method)) {
                operation.addParametersItem(new Parameter()
                        .in("header")
                        .name(IdempotencyFilter.KEY)
                        .required(true)
                        .description("one per command; the same key and body get the same answer")
                        .schema(new StringSchema()));
            }
            return operation;
        };
    }

    private static Parameter query(String name, String description) {
        return new Parameter().in("query").name(name).description(description);
    }

    private static boolean takes(HandlerMethod method, Class<?> type) {
        return Arrays.stream(method.getMethodParameters()).anyMatch(each -> each.getParameterType() == type);
    }

    private static boolean isCommand(HandlerMethod method) {
        boolean writes = method.hasMethodAnnotation(PostMapping.class)
                || method.hasMethodAnnotation(PutMapping.class)
                || method.hasMethodAnnotation(PatchMapping.class)
                || method.hasMethodAnnotation(DeleteMapping.class);
        return writes && !method.hasMethodAnnotation(Question.class);
    }
}
