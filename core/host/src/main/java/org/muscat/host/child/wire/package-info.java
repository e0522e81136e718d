/**
 * What the host and the child JVM of a plugin say to each other.
 *
 * <p>{@link org.muscat.host.child.wire.Frame Frames} go over two pipes: a length, a kind, a number
 * and a body. A body is a record, written by {@link org.muscat.host.child.wire.Codec} field by
 * field; what may come is fixed by the types of its components. A reader believes nothing: what it
 * does not expect is a {@link org.muscat.host.child.wire.GarbledException}.
 */
@NullMarked
package org.muscat.host.child.wire;

import org.jspecify.annotations.NullMarked;
