/** The feed {@code fred-csv}: series of FRED as CSV, without a key. */
@NullMarked
package org.muscat.energy.fredcsv;

import org.jspecify.annotations.NullMarked;
