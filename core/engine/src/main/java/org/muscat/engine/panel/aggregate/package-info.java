/** Scores of indicators to scores of aggregates, level by level (method, section 8). */
@NullMarked
package org.muscat.engine.panel.aggregate;

import org.jspecify.annotations.NullMarked;
