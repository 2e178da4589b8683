package org.nxsi.pension.violated;

/** Stands for a class of a service, so that the platform's rules have something to forbid. */
public record Benefit(String name) {}
