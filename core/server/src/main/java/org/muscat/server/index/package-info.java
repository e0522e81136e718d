/** From the store to the published index: views, readings, holds, ticks. */
@NullMarked
package org.muscat.server.index;

import org.jspecify.annotations.NullMarked;
