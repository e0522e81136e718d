/**
 * A theatre through time: the fold over the daily grid that gives the published index, the regime
 * and the margin for error (method, sections 2.8, 5, 6 and 7).
 *
 * <p>Pure functions: the memory of the last grid point goes in, the readings of one moment go in, a
 * state and a new memory come out. Everything is immutable and safe for any thread.
 */
@NullMarked
package org.muscat.engine.theatre;

import org.jspecify.annotations.NullMarked;
