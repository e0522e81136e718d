/**
 * How far the scores of a panel rest on the choices behind them: uncertainty and sensitivity
 * analysis (method, section 8; Saisana, Saltelli and Tarantola, Journal of the Royal Statistical
 * Society A 168, 2005).
 *
 * <p>Nothing here has a thread or a random source of its own: whatever is drawn is drawn from a
 * seed that is given, in an order that depends neither on the order of units nor on that of
 * indicators.
 */
@NullMarked
package org.muscat.engine.panel.sensitivity;

import org.jspecify.annotations.NullMarked;
