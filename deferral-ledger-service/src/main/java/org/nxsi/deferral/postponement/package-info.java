/**
 * 缓缴: an employer's approved application to pay the contributions of some months later. It is not the notice's 延期: a
 * month is under one of the two or neither, and one document per month and employer decides which.
 */
@NullMarked
package org.nxsi.deferral.postponement;

import org.jspecify.annotations.NullMarked;
