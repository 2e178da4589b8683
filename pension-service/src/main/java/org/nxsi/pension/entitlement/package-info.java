/** What a person may ask about the own benefit: its parts, its approval, what was paid. */
@NullMarked
package org.nxsi.pension.entitlement;

import org.jspecify.annotations.NullMarked;
