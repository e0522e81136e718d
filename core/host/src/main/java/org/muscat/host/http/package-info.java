/**
 * The network as the host lends it to feeds: paced, patient within bounds, verified, counted, and
 * recorded or replayed if asked for.
 *
 * <p>The way in is {@link org.muscat.host.http.HttpAccess}, one for all feeds; each feed gets a
 * {@link org.muscat.host.http.FeedHttp} of it. Inside, a query becomes exchanges on the wire
 * ({@code Courier}, {@code Wire}) or comes from a folder ({@code Replayer}); either way {@code
 * AnswerReader} judges what was answered.
 */
@NullMarked
package org.muscat.host.http;

import org.jspecify.annotations.NullMarked;
