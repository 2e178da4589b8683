/**
 * Construction projects that are insured against work injury as a whole (工程项目参加工伤保险): what the project is, what is
 * owed by its contract value, and who works on it on which day.
 */
@NullMarked
package org.nxsi.enrollment.project;

import org.jspecify.annotations.NullMarked;
