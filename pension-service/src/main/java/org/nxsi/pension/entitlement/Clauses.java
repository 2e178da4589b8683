package org.nxsi.pension.entitlement;

import org.nxsi.pension.beneficiary.Scheme;

/** The rules that the answers rest on. */
final class Clauses {

    private Clauses() {}

    /** Names the parts of a scheme's benefit. */
    static String ofComposition(Scheme scheme) {
        return switch (scheme) {
            case ENTERPRISE -> "国发〔2005〕38号; 社会保险法 第十五条";
            case PUBLIC_SECTOR -> "国发〔2015〕2号; 社会保险法 第十五条";
            case RESIDENT -> "国发〔2014〕8号";
        };
    }
}
