package org.nxsi.platform.identity;

/** Sex as the social-security number tells it (GB 11643: an odd sequence number is male). */
public enum Sex {
    MALE,
    FEMALE
}
