/** Help for the tests of plugins: as-of views in memory, and the recorded series of the project. */
@NullMarked
package org.muscat.testkit;

import org.jspecify.annotations.NullMarked;
