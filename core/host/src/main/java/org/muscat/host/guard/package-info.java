/**
 * Runs code that is not trusted: on a thread of its own, under a deadline, and measured.
 *
 * <p>Knows nothing of plugins; {@link org.muscat.host.guard.DeadlineRunner} is the way in.
 */
@NullMarked
package org.muscat.host.guard;

import org.jspecify.annotations.NullMarked;
