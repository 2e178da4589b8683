package org.nxsi.gateway.docs;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.List;
import java.util.regex.Pattern;
import org.nxsi.gateway.catalogue.Catalogue;
import org.nxsi.gateway.catalogue.Channel;
import org.nxsi.gateway.catalogue.Item;
import org.nxsi.gateway.catalogue.OfferedRequest;
import org.springdoc.core.customizers.OpenApiCustomizer;

/** Adds what the catalogue offers to the gateway's own description: a tag per channel, an operation per item. */
final class CatalogueDescription implements OpenApiCustomizer {

    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

    private final Catalogue catalogue;

    CatalogueDescription(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public void customise(OpenAPI api) {
        if (api.getPaths() == null) {
            api.setPaths(new Paths());
        }
        for (Channel channel : catalogue.channels()) {
            api.addTagsItem(new Tag()
                    .name(channel.name())
                    .description(channel.title() + "，宁人社办发〔2020〕2号 附件" + channel.annex()));
            add(api, "/" + channel.name() + "/v1/catalogue", HttpMethod.GET, listing(channel));
            for (Item item : channel.items()) {
                for (OfferedRequest request : item.operation().requests()) {
                    String path = "/" + channel.name() + request.path().getPatternString();
                    add(api, path, HttpMethod.valueOf(request.method().name()), operation(channel, item, request));
                }
            }
        }
    }

    private static void add(OpenAPI api, String path, HttpMethod method, Operation operation) {
        PathItem item = api.getPaths().computeIfAbsent(path, ignored -> new PathItem());
        item.operation(method, operation);
    }

    private static Operation listing(Channel channel) {
        return new Operation()
                .operationId(channel.name() + "-catalogue")
                .tags(List.of(channel.name()))
                .summary("办理事项")
                .security(List.of())
                .responses(new ApiResponses()
                        .addApiResponse("200", new ApiResponse().description("what the channel offers")));
    }

    private static Operation operation(Channel channel, Item item, OfferedRequest request) {
        boolean open = item.operation().open();
        Operation operation = new Operation()
                .operationId(channel.name() + "-" + item.operation().name() + "-" + request.method())
                .tags(List.of(channel.name()))
                .summary(item.number() + " " + item.name())
                .description("served by " + item.operation().owner() + (open ? "" : "; not open yet"))
                .responses(responses(open));
        VARIABLE.matcher(request.path().getPatternString())
                .results()
                .forEach(variable -> operation.addParametersItem(new Parameter()
                        .in("path")
                        .name(variable.group(1))
                        .required(true)
                        .schema(new StringSchema())));
        if (!request.isRead()) {
            operation.addParametersItem(new Parameter()
                    .in("header")
                    .name("Idempotency-Key")
                    .required(true)
                    .schema(new StringSchema()));
        }
        return operation;
    }

    private static ApiResponses responses(boolean open) {
        ApiResponses responses = new ApiResponses();
        if (open) {
            responses.addApiResponse("200", new ApiResponse().description("as the owner describes"));
        } else {
            responses.addApiResponse("501", new ApiResponse().description("item-not-open"));
        }
        return responses
                .addApiResponse("403", new ApiResponse().description("channel-mismatch or role-required"))
                .addApiResponse("429", new ApiResponse().description("rate-exceeded, with Retry-After"))
                .addApiResponse("503", new ApiResponse().description("service-unavailable, with Retry-After"));
    }
}
