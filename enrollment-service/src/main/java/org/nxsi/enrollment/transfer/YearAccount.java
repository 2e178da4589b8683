package org.nxsi.enrollment.transfer;

import org.nxsi.platform.money.Fen;

/**
 * What a year has added to the account, interest included. Public for the driver only.
 *
 * @param account may be below zero where a year took more than it gave
 */
public record YearAccount(int year, Fen account) {}
