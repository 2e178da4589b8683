/**
 * Persons: who they are and what they are to the bureau. What a source tells of a person is kept apart by source, with
 * its version, so that told again, late or out of order it leaves the same person.
 */
@NullMarked
package org.nxsi.enrollment.person;

import org.jspecify.annotations.NullMarked;
