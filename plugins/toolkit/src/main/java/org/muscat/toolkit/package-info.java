/**
 * Series mathematics that plugins share; formulas are those of the method, sections 3 and 4.
 *
 * <ul>
 *   <li>{@link org.muscat.toolkit.Cadence} and {@link org.muscat.toolkit.SevenDayMean}: the level
 *       of a series, {@code mean7}
 *   <li>{@link org.muscat.toolkit.GatedBaseline}, day by day a {@link org.muscat.toolkit.GatedDay}:
 *       what is usual, as a level that is only learnt while nothing is unusual
 *   <li>{@link org.muscat.toolkit.RobustZ}: how unusual a value is, against a gated window of the
 *       past
 *   <li>{@link org.muscat.toolkit.Quantiles}: median, MAD and quantiles of type 7
 *   <li>{@link org.muscat.toolkit.Returns}: log returns and realised volatility
 *   <li>{@link org.muscat.toolkit.EwmaVariance}, {@link org.muscat.toolkit.GjrGarch} and {@link
 *       org.muscat.toolkit.GjrFit}: variances that change
 *   <li>{@link org.muscat.toolkit.RidgeRegression}: what other series explain
 *   <li>{@link org.muscat.toolkit.VectorAutoregression} and {@link org.muscat.toolkit.Spillover}:
 *       how shocks travel from series to series
 *   <li>{@link org.muscat.toolkit.Hawkes}, {@link org.muscat.toolkit.HawkesFit} and {@link
 *       org.muscat.toolkit.TimeRescaling}: things that bring more of their kind
 *   <li>{@link org.muscat.toolkit.Cusum}: small shifts that last
 *   <li>{@link org.muscat.toolkit.ScaleFile}: the scales of a plugin's indicators, with the window
 *       that each came from
 *   <li>{@link org.muscat.toolkit.Json}: what a feed was answered
 *   <li>{@link org.muscat.toolkit.drop}: files that a feed finds in a folder
 * </ul>
 *
 * <p>Pure functions and immutable values, safe for any thread; {@code RobustZ} alone is fed step by
 * step.
 */
@NullMarked
package org.muscat.toolkit;

import org.jspecify.annotations.NullMarked;
