/**
 * The feed {@code eia}: spot prices from the U.S. Energy Information Administration, with a key.
 */
@NullMarked
package org.muscat.energy.eia;

import org.jspecify.annotations.NullMarked;
