/**
 * What is owed and what has arrived: a due for each payer, scheme and month. The bureau assesses, the tax office collects
 * (税务代征), and both must come to the same.
 */
@NullMarked
package org.nxsi.enrollment.collection;

import org.jspecify.annotations.NullMarked;
