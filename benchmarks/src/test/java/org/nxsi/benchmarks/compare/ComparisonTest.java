package org.nxsi.benchmarks.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.nxsi.benchmarks.compare.PaidMonth.Ends;
import org.nxsi.benchmarks.compare.PaidMonth.Seconds;
import org.nxsi.local.month.MonthFailure;

class ComparisonTest {

    private static final Ends ENDS = new Ends(1000, 990, 10, 0, 300_000, 297_000, 3_000, 297_000);
    private static final PaidMonth OURS = new PaidMonth("ours", 1000, ENDS, new Seconds(1, 3, 1), 300);

    @Test
    void the_ratio_is_our_rate_over_theirs_from_the_run_made_to_the_run_closed() {
        PaidMonth theirs = new PaidMonth("theirs", 1000, ENDS, new Seconds(1, 1, 0.5), 200);

        assertThat(new Comparison(OURS, List.of(theirs)).ratio(theirs)).isCloseTo(0.5, Offset.offset(0.001));
    }

    @Test
    void one_fen_between_the_two_is_no_comparison() {
        Ends other = new Ends(1000, 990, 10, 0, 300_000, 297_001, 2_999, 297_001);
        PaidMonth theirs = new PaidMonth("theirs", 1000, other, new Seconds(1, 1, 1), 200);

        assertThatThrownBy(() -> theirs.requireSameAs(OURS))
                .isInstanceOf(MonthFailure.class)
                .hasMessageContaining("differ");
    }

    @Test
    void nor_is_a_month_of_which_the_banks_say_something_else() {
        Ends booked = new Ends(1000, 990, 10, 0, 300_000, 297_000, 3_000, 297_100);
        PaidMonth both = new PaidMonth("both", 1000, booked, new Seconds(1, 1, 1), 200);

        assertThatThrownBy(() -> both.requireSameAs(both)).isInstanceOf(MonthFailure.class);
    }

    @Test
    void every_month_has_its_line() {
        ByteArrayOutputStream text = new ByteArrayOutputStream();

        new Comparison(OURS, List.of(new PaidMonth("theirs", 1000, ENDS, new Seconds(1, 1, 0.5), 200)))
                .print(new PrintStream(text, true, StandardCharsets.UTF_8));

        assertThat(text.toString(StandardCharsets.UTF_8)).contains("ours", "theirs", "0.50", "297,000 fen");
    }
}
