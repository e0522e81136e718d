/**
 * What the jars of a plugin say before any of its code runs.
 *
 * <p>A {@link org.muscat.host.bytecode.ClassPath} opens them; {@link
 * org.muscat.host.bytecode.LinkCheck} compares them with the contract of this host, {@link
 * org.muscat.host.bytecode.Conflicts} with each other, and {@link
 * org.muscat.host.bytecode.CodeScan} looks for what a host cannot stop.
 */
@NullMarked
package org.muscat.host.bytecode;

import org.jspecify.annotations.NullMarked;
