/**
 * Series mathematics that plugins share. Pure functions and immutable values, safe for any thread;
 * formulas are those of the method, section 3.
 */
@NullMarked
package org.muscat.toolkit;

import org.jspecify.annotations.NullMarked;
