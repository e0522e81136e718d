/**
 * What files that were coded by hand have in common: strict YAML whose every problem has a line. It
 * knows nothing of what is coded.
 */
@NullMarked
package org.muscat.diplomacy.coded;

import org.jspecify.annotations.NullMarked;
