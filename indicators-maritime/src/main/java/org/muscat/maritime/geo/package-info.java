/** Places: positions, distances and the straits that are watched. */
@NullMarked
package org.muscat.maritime.geo;

import org.jspecify.annotations.NullMarked;
