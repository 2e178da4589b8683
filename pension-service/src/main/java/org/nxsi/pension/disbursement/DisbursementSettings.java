package org.nxsi.pension.disbursement;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How runs are worked.
 *
 * @param beneficiariesPerSlice about how many a slice reads, at most {@value #MOST_PER_SLICE}; one slice makes one batch per
 *     bank, and tells of all that are late among them in the few events that fit into its document
 */
@ConfigurationProperties("nxsi.pension.disbursement")
record DisbursementSettings(@DefaultValue("2500") int beneficiariesPerSlice) {

    static final int MOST_PER_SLICE = 10_000;

    DisbursementSettings {
        if (beneficiariesPerSlice < 1 || beneficiariesPerSlice > MOST_PER_SLICE) {
            throw new IllegalArgumentException("1 to " + MOST_PER_SLICE + " beneficiaries per slice");
        }
    }
}
