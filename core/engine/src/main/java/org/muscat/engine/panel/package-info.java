/**
 * Panels of units and indicators, scored offline by the arithmetic of composite indicators (method,
 * section 8): prepare, normalise, aggregate, audit.
 *
 * <p>Everything public is immutable and safe for any thread. A missing value is NaN and stays
 * missing until something is said to replace it; an infinite value is refused. Sums run over
 * children in the order of their ids, so that the order of columns and units changes no bit.
 */
@NullMarked
package org.muscat.engine.panel;

import org.jspecify.annotations.NullMarked;
