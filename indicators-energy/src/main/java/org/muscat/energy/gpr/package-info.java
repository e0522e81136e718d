/** The feed {@code gpr}: the daily index of geopolitical risk of Caldara and Iacoviello. */
@NullMarked
package org.muscat.energy.gpr;

import org.jspecify.annotations.NullMarked;
