package org.nxsi.systemtests.evidence;

/** What a bank itself says lies in a fund's payout account. */
public record PayoutAccount(String bank, String scheme, String account, long balanceFen) {}
