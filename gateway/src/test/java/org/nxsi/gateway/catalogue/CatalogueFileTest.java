package org.nxsi.gateway.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.nxsi.platform.web.Role;

class CatalogueFileTest {

    private static final String OPERATION =
            "operations: {card: {owner: card-service, kind: query, open: false, requests: [\"GET /v1/card\"]}}\n";

    @Test
    void the_annexes_have_16_and_25_and_27_items_of_51_operations() throws IOException {
        Catalogue catalogue = shipped();
        assertThat(catalogue.channels().stream().map(channel -> channel.items().size()))
                .containsExactly(16, 25, 27);
        assertThat(catalogue.operations()).hasSize(51);
    }

    @Test
    void the_first_six_items_of_the_web_are_for_employers_and_all_others_for_citizens() throws IOException {
        for (Channel channel : shipped().channels()) {
            for (Item item : channel.items()) {
                boolean forEmployers = channel.name().equals("web") && item.number() <= 6;
                assertThat(item.role()).isEqualTo(forEmployers ? Role.EMPLOYER_AGENT : Role.CITIZEN);
                assertThat(item.operation().mainRequest().path().getPatternString())
                        .matches(forEmployers ? "/v1/employers/me/.*" : "/v1/(persons/me|directory)/.*");
            }
        }
    }

    @Test
    void no_two_operations_share_a_request() throws IOException {
        Set<String> seen = new HashSet<>();
        shipped()
                .operations()
                .forEach(operation -> operation
                        .requests()
                        .forEach(request -> assertThat(seen.add(request.method() + " " + request.path()))
                                .as(operation.name())
                                .isTrue()));
    }

    @Test
    void a_query_is_a_read_and_what_is_handled_is_a_command() throws IOException {
        shipped().operations().forEach(operation -> {
            boolean reads = operation.kind() == Kind.QUERY || operation.kind() == Kind.PRINT;
            assertThat(operation.mainRequest().isRead()).as(operation.name()).isEqualTo(reads);
        });
    }

    @Test
    void an_operation_that_is_offered_nowhere_cannot_be() {
        assertRefused(OPERATION + "channels: []", "no channel offers card");
    }

    @Test
    void an_item_of_an_unknown_operation_cannot_be() {
        assertRefused(
                OPERATION + "channels: [{name: web, title: t, annex: 2, items: [{number: 1, item: x, operation: y}]}]",
                "unknown operation y");
    }

    @Test
    void numbers_run_as_in_the_annex() {
        assertRefused(
                OPERATION
                        + "channels: [{name: web, title: t, annex: 2, items: [{number: 2, item: x, operation: card}]}]",
                "item number 2 at place 1");
    }

    @Test
    void a_request_without_a_method_cannot_be() {
        assertRefused(OPERATION.replace("GET ", "") + "channels: []", "not a method and a path under /v1/");
    }

    private static void assertRefused(String yaml, String why) {
        assertThatThrownBy(() -> CatalogueFile.read(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
    }

    private static Catalogue shipped() throws IOException {
        try (InputStream yaml = CatalogueFileTest.class.getResourceAsStream("/catalogue.yaml")) {
            return CatalogueFile.read(yaml);
        }
    }
}
