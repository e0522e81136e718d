/**
 * From a candidate in the plugins folder to what it offers.
 *
 * <p>The way in is {@link org.muscat.host.load.Examined}: it looks at the jars of a {@link
 * org.muscat.host.load.Candidate}, makes its plugins and asks them what they offer, each step on a
 * thread of the candidate and under a deadline. What is wrong becomes a {@link
 * org.muscat.host.load.Diagnosis}.
 */
@NullMarked
package org.muscat.host.load;

import org.jspecify.annotations.NullMarked;
