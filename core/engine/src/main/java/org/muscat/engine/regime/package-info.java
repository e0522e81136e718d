/**
 * The regime of a theatre (method, section 6): the axes, the state machine over them, its flags,
 * the calibrated mix of dialogue and pressure, and the posterior over regimes.
 *
 * <p>Pure functions: the state goes in, the axes of one moment go in, the new state comes out.
 * Everything is immutable and safe for any thread.
 */
@NullMarked
package org.muscat.engine.regime;

import org.jspecify.annotations.NullMarked;
