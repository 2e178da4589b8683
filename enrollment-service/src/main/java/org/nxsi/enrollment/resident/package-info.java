/** Residents' basic pension (城乡居民基本养老保险, scheme 170): who enrols, and what a year costs them and the government. */
@NullMarked
package org.nxsi.enrollment.resident;

import org.jspecify.annotations.NullMarked;
