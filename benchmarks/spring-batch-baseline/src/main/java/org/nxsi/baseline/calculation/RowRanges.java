package org.nxsi.baseline.calculation;

import java.util.HashMap;
import java.util.Map;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** Cuts the beneficiaries' rows into ranges of about the same length: {@code from} and {@code to}, both included. */
record RowRanges(JdbcTemplate jdbc) implements Partitioner {

    @Override
    public Map<String, ExecutionContext> partition(int gridSize) {
        Long found = jdbc.queryForObject("select coalesce(max(seq), 0) from beneficiaries", Long.class);
        long rows = found == null ? 0 : found;
        Map<String, ExecutionContext> ranges = new HashMap<>();
        for (int number = 0; number < gridSize; number++) {
            ExecutionContext range = new ExecutionContext();
            range.putLong("from", rows * number / gridSize + 1);
            range.putLong("to", rows * (number + 1) / gridSize);
            ranges.put("rows" + number, range);
        }
        return ranges;
    }
}
