/**
 * Straits and incidents on a map: the words of status indicators that say where they are ({@code
 * Straits}) and the reports of incidents ({@code Incidents}), as GeoJSON ({@code
 * ChokepointsDocument}).
 */
@NullMarked
package org.muscat.server.chokepoint;

import org.jspecify.annotations.NullMarked;
