/**
 * When something is due: the moments of a cron line or an interval, and what of them was missed.
 */
@NullMarked
package org.muscat.server.schedule;

import org.jspecify.annotations.NullMarked;
