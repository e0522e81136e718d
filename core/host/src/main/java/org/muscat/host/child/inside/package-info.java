/**
 * The child JVM of one plugin, from within.
 *
 * <p>{@link org.muscat.host.child.inside.ChildMain} is what the host starts. It reads frames from
 * its standard input and writes frames to its standard output; no code of a plugin gets to see
 * either. When its input ends it is gone at once, so a host that was killed leaves nothing behind.
 */
@NullMarked
package org.muscat.host.child.inside;

import org.jspecify.annotations.NullMarked;
