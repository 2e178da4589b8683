package org.nxsi.enrollment.person;

import org.nxsi.platform.identity.PersonId;
import org.nxsi.platform.identity.SocialNumber;

/** One person under one scheme, as a roster names them. */
record RosterLine(PersonId person, SocialNumber number, PensionScheme scheme, Told told) {}
