package org.nxsi.card;

/** Stands for a service's class, which the gateway must not know. */
public class Stray {}
