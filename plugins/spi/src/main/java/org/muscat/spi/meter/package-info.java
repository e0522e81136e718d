/** Numbers about the work of a feed, for those who run it. */
@NullMarked
package org.muscat.spi.meter;

import org.jspecify.annotations.NullMarked;
