/**
 * The contract between Muscat and its plugins. It depends on nothing but the Java platform.
 *
 * <p>A plugin offers <em>feeds</em>, which observe the world and may do blocking I/O, and
 * <em>indicators</em>, which are pure functions from what was known at a moment to one reading. The
 * store remembers between the two, so that an indicator can be replayed for any past moment and
 * cannot look ahead.
 *
 * <p>How a plugin lives:
 *
 * <ol>
 *   <li>The host finds {@link org.muscat.spi.MuscatPlugin} implementations with {@link
 *       java.util.ServiceLoader}, each in a class loader of its own which sees this package and the
 *       Java platform and nothing else of Muscat.
 *   <li>{@link org.muscat.spi.FeedProvider} and {@link org.muscat.spi.IndicatorProvider} turn a
 *       configuration record into feeds and indicators. Construction does no I/O.
 *   <li>{@link org.muscat.spi.Feed#fetch} runs on a thread that belongs to that feed; {@link
 *       org.muscat.spi.Indicator#read} runs on a thread that belongs to that plugin. Neither ever
 *       runs on an event loop. Both have a deadline and are interrupted when it passes.
 * </ol>
 *
 * <p>Nothing here is null unless it is marked {@code @Nullable}.
 */
@NullMarked
package org.muscat.spi;

import org.jspecify.annotations.NullMarked;
