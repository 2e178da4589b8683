package org.nxsi.enrollment.medical;

import java.net.URI;
import java.time.Duration;

/**
 * How the medical-insurance bureau is asked.
 *
 * @param uri its interface, without the path
 * @param connect time for a connection
 * @param limit time for a whole answer
 * @param atOnce most questions at the same time; more are answered without it
 * @param open so long it is left alone once half of the last questions went unanswered
 */
record MedicalSettings(URI uri, Duration connect, Duration limit, int atOnce, Duration open) {}
