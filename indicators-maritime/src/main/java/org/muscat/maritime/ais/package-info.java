/**
 * The feed {@code ais-files}: ship positions from files become counts of vessels that entered a
 * strait, and of those that vanished in it. No position of a ship is kept.
 */
@NullMarked
package org.muscat.maritime.ais;

import org.jspecify.annotations.NullMarked;
