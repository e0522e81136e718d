/**
 * Plugins that misbehave, compiled where they are needed, to see what a host makes of them.
 *
 * <p>{@link org.muscat.faultpack.PluginJar} makes the jar of any plugin, sound or broken, from
 * {@link org.muscat.faultpack.PluginSource}. {@link org.muscat.faultpack.Faults} lists the ways in
 * which one can be bad, and what a host says of each; {@link org.muscat.faultpack.FaultPack} writes
 * their jars for operators.
 */
@NullMarked
package org.muscat.faultpack;

import org.jspecify.annotations.NullMarked;
