package org.nxsi.pension.elsewhere;

/** Stands for a class of a service, so that a rule can be shown to fail. */
public record Instruction(String id) {}
