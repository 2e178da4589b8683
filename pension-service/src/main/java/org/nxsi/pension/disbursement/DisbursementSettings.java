package org.nxsi.pension.disbursement;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How runs are worked.
 *
 * @param beneficiariesPerSlice about how many a slice reads; one slice makes one batch per bank
 */
@ConfigurationProperties("nxsi.pension.disbursement")
record DisbursementSettings(@DefaultValue("2500") int beneficiariesPerSlice) {}
