/**
 * Plugins in a child JVM of their own.
 *
 * <p>The way in is {@link org.muscat.host.child.ChildPlugin}, which looks at a candidate as {@link
 * org.muscat.host.load.Examined} does and gives the same, except that every call goes to another
 * process. A call blocks and heeds interrupts, so whoever guards calls need not know the
 * difference. A process that ends, or is ended because it does not come back from a call, is
 * started again in the background; until then calls fail at once and say why.
 *
 * <p>{@code wire} is what both sides say; {@code inside} is the other side.
 */
@NullMarked
package org.muscat.host.child;

import org.jspecify.annotations.NullMarked;
