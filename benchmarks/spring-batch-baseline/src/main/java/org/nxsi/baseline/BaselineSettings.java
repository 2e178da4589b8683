package org.nxsi.baseline;

import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.nxsi.platform.money.Month;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is paid, and how the job is tuned.
 *
 * @param roster CSV of the payees
 * @param figures where the result is written, JSON
 * @param month {@code 2020-03}
 * @param payDay business day of run, orders and vouchers; certification counts as of it
 * @param partnersUri the banks, and the treasury
 * @param keysDir our SM2 key and the banks' public keys
 * @param personIdKey secret that payee ids are derived with
 * @param suspendOnOverdue whether an overdue certification holds the benefit back; in the emergency it does not
 * @param banks codes of the partner banks
 * @param perSlice payees of one slice, which makes one batch per bank: as in NXSI, so that orders are as large
 * @param chunk rows of one transaction
 * @param threads partitions of the calculation, each on a thread of its own
 * @param callsPerBank orders on their way to one bank at a time: as in NXSI
 */
@ConfigurationProperties("baseline")
public record BaselineSettings(
        Path roster,
        Path figures,
        String month,
        LocalDate payDay,
        URI partnersUri,
        Path keysDir,
        String personIdKey,
        @DefaultValue("false") boolean suspendOnOverdue,

        @DefaultValue({"102", "103", "104", "105", "313", "403"})
        List<String> banks,

        @DefaultValue("2500") int perSlice,
        @DefaultValue("1000") int chunk,
        @DefaultValue("4") int threads,
        @DefaultValue("3") int callsPerBank) {

    /** Id of the month's run, as NXSI would call it. */
    public String run() {
        return month + "-R1";
    }

    public Month paidMonth() {
        return Month.parse(month);
    }
}
