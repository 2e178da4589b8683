package org.nxsi.enrollment.person;

import org.nxsi.platform.identity.AreaCode;
import org.nxsi.platform.identity.PersonName;
import org.nxsi.platform.identity.SocialNumber;

/**
 * A person to be registered. Public for the driver and for whoever registers.
 *
 * @param number social-security number
 * @param area whose agency keeps the file
 */
public record NewPerson(SocialNumber number, PersonName name, AreaCode area) {}
