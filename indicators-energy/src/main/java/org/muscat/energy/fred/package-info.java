/** The feed {@code fred}: series of FRED with all their vintages, with a key. */
@NullMarked
package org.muscat.energy.fred;

import org.jspecify.annotations.NullMarked;
