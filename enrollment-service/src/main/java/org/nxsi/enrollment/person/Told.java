package org.nxsi.enrollment.person;

import java.time.Instant;
import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.identity.PersonName;
import org.nxsi.platform.money.Month;

/**
 * What pension-service's rosters say of a beneficiary of one scheme. The store keeps the greater of two by their first
 * component that differs: so the version stands first, and the order in which they arrive does not matter.
 *
 * <p>Public for the driver only, which reads its components.
 *
 * @param version of the beneficiary at pension-service: the higher one is the newer
 * @param at when it was told
 * @param name as on the roster
 * @param area where insured (参保地)
 * @param since first month of the benefit (待遇开始年月)
 */
public record Told(long version, Instant at, PersonName name, AreaCode area, Month since) {}
