/** Expressions of PromQL whose names and labels are those of the catalogue, so none can drift. */
@NullMarked
package org.muscat.dashboards.promql;

import org.jspecify.annotations.NullMarked;
