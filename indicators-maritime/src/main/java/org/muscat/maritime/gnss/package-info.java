/**
 * The feed {@code gnss-files}: interference with satellite navigation, from reports of aircraft.
 */
@NullMarked
package org.muscat.maritime.gnss;

import org.jspecify.annotations.NullMarked;
