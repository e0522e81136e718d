/**
 * The feed {@code portwatch}: daily transit calls of chokepoints from IMF PortWatch. A fetch asks
 * page by page ({@code PortWatchSource}), reads each page ({@code Page}) row by row ({@code
 * RowReader}), and remembers per strait how far it got ({@code Cursor}).
 */
@NullMarked
package org.muscat.maritime.portwatch;

import org.jspecify.annotations.NullMarked;
