/**
 * Tests for the authors of plugins.
 *
 * <p>{@link org.muscat.contract.PluginContract} is extended, and tries the whole plugin as the host
 * does. {@link org.muscat.contract.IndicatorTestKit} and {@link org.muscat.contract.FeedTestKit}
 * try one indicator or feed in a line; {@link org.muscat.contract.MuscatAssertions} says what came
 * of it.
 */
@NullMarked
package org.muscat.contract;

import org.jspecify.annotations.NullMarked;
