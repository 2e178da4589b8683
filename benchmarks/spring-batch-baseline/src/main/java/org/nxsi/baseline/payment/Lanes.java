package org.nxsi.baseline.payment;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/** So many lanes to each bank, each sending one order after the other: {@code bank} and {@code lane}. */
record Lanes(List<String> banks, int lanesPerBank) implements Partitioner {

    @Override
    public Map<String, ExecutionContext> partition(int gridSize) {
        Map<String, ExecutionContext> lanes = new HashMap<>();
        for (String bank : banks) {
            for (int number = 0; number < lanesPerBank; number++) {
                ExecutionContext lane = new ExecutionContext();
                lane.putString("bank", bank);
                lane.putInt("lane", number);
                lanes.put(bank + "-" + number, lane);
            }
        }
        return lanes;
    }
}
