/** Columns in natural units to columns on one scale, more being better (method, section 8). */
@NullMarked
package org.muscat.engine.panel.normalise;

import org.jspecify.annotations.NullMarked;
