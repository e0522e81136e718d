/** Stores the index of the past as it would have been known. */
@NullMarked
package org.muscat.server.backfill;

import org.jspecify.annotations.NullMarked;
