/**
 * The mathematics of the index: from readings to a stability with its interval and its reasons.
 *
 * <p>Pure functions of their arguments: no I/O, no clock, no thread, no framework. Everything
 * public is immutable and safe for any thread. Sums run over members in the order of their ids, so
 * that the same readings give the same bits. Formulas are those of docs/method.md; the section is
 * named where each one stands.
 */
@NullMarked
package org.muscat.engine;

import org.jspecify.annotations.NullMarked;
