package org.nxsi.systemtests.evidence;

import java.util.List;

/** The banks' own books: the truth about what was paid. */
public record BankBooks(Iterable<BookEntry> entries, List<PayoutAccount> accounts) {}
