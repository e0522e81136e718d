/**
 * Splits a change exactly into the parts of what changed: Shapley, Owen, logarithmic mean, path
 * integral (method, section 5). Every split sums to the change.
 */
@NullMarked
package org.muscat.engine.attribution;

import org.jspecify.annotations.NullMarked;
