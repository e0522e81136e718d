/** The feed {@code cboe}: histories of volatility indices from Cboe. */
@NullMarked
package org.muscat.energy.cboe;

import org.jspecify.annotations.NullMarked;
