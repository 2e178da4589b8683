package org.nxsi.local.month;

import java.nio.file.Path;
import java.time.Duration;
import org.nxsi.platform.money.Month;

/**
 * What is to be paid.
 *
 * @param month the month of the run
 * @param roster the roster's file, CSV with the header of the import
 * @param badRows where rows that the import refused are listed
 * @param startSeconds how long the stack took to be ready, for the report
 * @param stepLimit how long one step may take
 */
public record MonthPlan(Month month, Path roster, Path badRows, double startSeconds, Duration stepLimit) {}
