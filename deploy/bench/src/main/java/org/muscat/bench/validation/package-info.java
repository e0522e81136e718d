/**
 * What recorded history says of the indicators: run by scripts in deploy/bench over a store that
 * was filled by {@code muscat import}, written down in docs/energy.md. Nothing is tuned here.
 */
@NullMarked
package org.muscat.bench.validation;

import org.jspecify.annotations.NullMarked;
