/**
 * The margin for error of a theatre (method, section 7): how far the index is from the next-worse
 * band, in points, in sigmas, as a probability where that has proved reliable, and in the natural
 * units of each indicator.
 *
 * <p>"Index" means {@code S_dyn} here. Pure functions; everything is immutable and safe for any
 * thread.
 */
@NullMarked
package org.muscat.engine.margin;

import org.jspecify.annotations.NullMarked;
