package org.nxsi.systemtests.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LookingTest {

    private SmallBureau bureau;

    @BeforeEach
    void open() throws IOException {
        bureau = new SmallBureau();
    }

    @AfterEach
    void close() {
        bureau.close();
    }

    @Test
    void a_list_is_read_to_its_end_and_as_often_as_wanted() throws InterruptedException {
        for (int i = 0; i < 5; i++) {
            bureau.list("instructions").add(instruction("k" + i));
        }
        bureau.list("entries")
                .add("{\"bank\":\"102\",\"messageId\":\"b-1\",\"block\":\"r/110\",\"endToEndId\":\"E\","
                        + "\"account\":\"12345\",\"amountFen\":100001,\"state\":\"CREDITED\",\"date\":\"2020-03-10\"}");
        bureau.busyFor(2);
        try (Looking looking = new Looking(bureau.system())) {
            Evidence evidence = looking.look();
            assertThat(evidence.instructions())
                    .extracting(Instruction::id)
                    .containsExactly("k0", "k1", "k2", "k3", "k4");
            assertThat(evidence.instructions()).hasSize(5).allSatisfy(each -> {
                assertThat(each.account()).isEqualTo("****1234");
                assertThat(each.amount()).isEqualTo(each.parts().total());
                assertThat(each.exception()).isNull();
                assertThat(each.settledBy()).isEqualTo("102/R/2020-03-10");
            });
            assertThat(evidence.bankBooks().entries())
                    .singleElement()
                    .extracting(BookEntry::batch, BookEntry::attempt, BookEntry::scheme)
                    .containsExactly("b", 1, "110");
            assertThat(evidence.bankBooks().accounts())
                    .singleElement()
                    .extracting(PayoutAccount::balanceFen)
                    .isEqualTo(7L);
            assertThat(evidence.moved()).isFalse();
        }
    }

    @Test
    void money_that_moves_once_is_looked_at_again() throws InterruptedException {
        bureau.whenRead("instructions", () -> {
            if (bureau.list("bank-reports").isEmpty()) {
                bureau.list("bank-reports").add("{\"id\":\"102/R\",\"bank\":\"102\",\"batch\":\"b\",\"applied\":true}");
            }
        });
        try (Looking looking = new Looking(bureau.system())) {
            Evidence evidence = looking.look();
            assertThat(evidence.moved()).isFalse();
            assertThat(evidence.reports()).hasSize(1);
        }
    }

    @Test
    void money_that_goes_on_moving_is_said_to() throws InterruptedException {
        bureau.whenRead(
                "instructions",
                () -> bureau.list("bank-reports")
                        .add("{\"id\":\"102/R" + bureau.list("bank-reports").size()
                                + "\",\"bank\":\"102\",\"batch\":\"b\",\"applied\":true}"));
        try (Looking looking = new Looking(bureau.system())) {
            assertThat(looking.look().moved()).isTrue();
        }
    }

    @Test
    void who_is_no_auditor_sees_nothing_and_is_told_why() {
        try (Looking looking = new Looking(bureau.seenByAnother())) {
            assertThatThrownBy(looking::look).isInstanceOf(NotSeen.class).hasMessageContaining("role-required");
        }
    }

    @Test
    void books_and_topics_that_nobody_can_reach_are_missing_parts_and_not_empty_ones() throws InterruptedException {
        AuditedSystem all = bureau.system();
        AuditedSystem blind = new AuditedSystem(
                all.gateway(),
                all.realm(),
                all.auditor(),
                all.token(),
                java.util.Optional.empty(),
                java.util.Optional.empty());
        try (Looking looking = new Looking(blind)) {
            Evidence evidence = looking.look();
            assertThatThrownBy(evidence::bankBooks).isInstanceOf(NotSeen.class).hasMessageContaining("books");
            assertThatThrownBy(() -> evidence.events().get())
                    .isInstanceOf(NotSeen.class)
                    .hasMessageContaining("brokers");
        }
    }

    private static String instruction(String id) {
        return """
                {"id":"%s","endToEndId":"E","run":"r","batch":"b","payee":"p","scheme":"110","slot":"2020-03",
                 "account":{"bank":"102","masked":"****1234"},
                 "parts":{"basic":"600.00","personalAccount":"300.00","transitional":"100.01","subsidy":"0.00"},
                 "amount":"1000.01","status":"PAID","settledBy":"102/R/2020-03-10","bookedOn":"2020-03-10"}
                """.formatted(id);
    }
}
