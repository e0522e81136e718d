/** A plugin to be measured with: cheap indicators, so that what is around them shows. */
@NullMarked
package org.muscat.bench.plugin;

import org.jspecify.annotations.NullMarked;
