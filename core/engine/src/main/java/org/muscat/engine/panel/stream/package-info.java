/**
 * Statistics that grow value by value, each equal to its twin over the whole (method, section 8). A
 * state is immutable; a missing value (NaN) leaves it as it is.
 */
@NullMarked
package org.muscat.engine.panel.stream;

import org.jspecify.annotations.NullMarked;
