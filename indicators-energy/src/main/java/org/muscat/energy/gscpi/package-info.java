/** The feed {@code gscpi}: the Global Supply Chain Pressure Index of the New York Fed. */
@NullMarked
package org.muscat.energy.gscpi;

import org.jspecify.annotations.NullMarked;
