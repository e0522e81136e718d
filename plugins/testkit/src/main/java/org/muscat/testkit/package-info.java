/**
 * Help for the tests of plugins: as-of views in memory, the recorded series of the project, and the
 * risk of a reading.
 */
@NullMarked
package org.muscat.testkit;

import org.jspecify.annotations.NullMarked;
