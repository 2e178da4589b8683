package org.nxsi.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ServiceTest {

    private static final URI FIRST = URI.create("http://127.0.0.1:1");
    private static final URI SECOND = URI.create("http://127.0.0.1:2");
    private static final URI THIRD = URI.create("http://127.0.0.1:3");

    private final AtomicLong now_ns = new AtomicLong(Long.MAX_VALUE - 5);
    private final Service service = Service.of("pension", List.of(FIRST, SECOND, THIRD), now_ns::get);

    @Test
    void instances_take_turns() {
        assertThat(turn()).containsExactly(FIRST, SECOND, THIRD);
        assertThat(turn()).containsExactly(SECOND, THIRD, FIRST);
        assertThat(turn()).containsExactly(THIRD, FIRST, SECOND);
        assertThat(turn()).containsExactly(FIRST, SECOND, THIRD);
    }

    @Test
    void an_instance_that_is_down_is_passed_over_until_its_time_is_up() {
        service.instances().get(1).markDown(100);
        assertThat(turn()).containsExactly(FIRST, THIRD);
        now_ns.addAndGet(100);
        assertThat(turn()).containsExactly(SECOND, THIRD, FIRST);
    }

    @Test
    void an_instance_that_answers_is_up_at_once() {
        service.instances().get(1).markDown(100);
        service.instances().get(1).markUp();
        assertThat(turn()).containsExactly(FIRST, SECOND, THIRD);
    }

    @Test
    void when_all_are_down_all_are_tried() {
        service.instances().forEach(instance -> instance.markDown(100));
        assertThat(turn()).containsExactly(FIRST, SECOND, THIRD);
    }

    @Test
    void a_service_is_found_by_its_full_and_its_short_name() {
        Services services = new Services(Map.of("injury", List.of(FIRST)), now_ns::get);
        assertThat(services.named("injury-claim-service")).isSameAs(services.named("injury"));
        assertThat(services.knows("card-service")).isFalse();
        assertThatThrownBy(() -> services.named("card-service")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_service_without_an_instance_cannot_be() {
        assertThatThrownBy(() -> Service.of("card", List.of(), now_ns::get))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private List<URI> turn() {
        return service.inTurn().stream().map(Instance::uri).toList();
    }
}
