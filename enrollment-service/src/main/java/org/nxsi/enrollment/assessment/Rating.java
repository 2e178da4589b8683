package org.nxsi.enrollment.assessment;

/** How a scheme is assessed, or why it is not. */
sealed interface Rating permits Rates, NotAssessed {}
