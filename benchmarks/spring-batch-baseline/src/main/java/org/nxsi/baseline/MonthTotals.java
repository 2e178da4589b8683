package org.nxsi.baseline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Sums over the stored instructions, once the month is closed. */
@Component
class MonthTotals {

    private final JdbcTemplate jdbc;
    private final BaselineSettings settings;

    MonthTotals(JdbcTemplate jdbc, BaselineSettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    private record Sum(long count, long amount_fen) {
        static final Sum NONE = new Sum(0, 0);
    }

    Figures figures(Phases phases) throws IOException {
        Map<String, Sum> byStatus = new HashMap<>();
        jdbc.query(
                "select status, count(*), sum(amount_fen) from instructions where run = ? group by status",
                row -> {
                    byStatus.put(row.getString(1), new Sum(row.getLong(2), row.getLong(3)));
                },
                settings.run());
        Sum paid = byStatus.getOrDefault("PAID", Sum.NONE);
        Sum returned = byStatus.getOrDefault("RETURNED", Sum.NONE);
        Sum exceptions = byStatus.getOrDefault("EXCEPTION", Sum.NONE);
        Long payees = jdbc.queryForObject("select count(*) from beneficiaries", Long.class);
        return new Figures(
                payees == null ? 0 : payees,
                byStatus.values().stream().mapToLong(Sum::count).sum(),
                paid.count(),
                returned.count(),
                exceptions.count(),
                byStatus.values().stream().mapToLong(Sum::amount_fen).sum(),
                paid.amount_fen(),
                returned.amount_fen(),
                exceptions.amount_fen(),
                phases,
                peak_mb());
    }

    /** As Linux counts it. */
    private static long peak_mb() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
                .findFirst()
                .orElse(0);
    }
}
