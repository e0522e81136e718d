/**
 * Loads plugins, isolates them and guards every call.
 *
 * <p>The way in is {@link org.muscat.host.PluginLoader}: it gives {@link
 * org.muscat.host.LoadedPlugins}, with a {@link org.muscat.host.Verdict} for every candidate and a
 * handle for every feed and indicator. What a plugin's code does wrong comes back as a value
 * ({@link org.muscat.host.CallFailed}), never as an exception.
 */
@NullMarked
package org.muscat.host;

import org.jspecify.annotations.NullMarked;
