/**
 * The embedded document store: MongoDB's wire protocol on one file, with commits that outlive the process and indexes
 * that are really used. What it is and is not is written in {@code docs/decisions/0004-embedded-store.md}.
 */
@NullMarked
package org.nxsi.local.store;

import org.jspecify.annotations.NullMarked;
