/**
 * Plugins that misbehave, compiled where they are needed, to see what a host makes of them.
 *
 * <p>{@link org.muscat.faultpack.PluginJar} makes the jar of any plugin, sound or broken, from
 * {@link org.muscat.faultpack.PluginSource}.
 */
@NullMarked
package org.muscat.faultpack;

import org.jspecify.annotations.NullMarked;
