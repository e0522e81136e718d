/**
 * Feeds on their schedule: fetch, store, tell that something changed. {@code FeedSchedule} says who
 * is asked when, {@code Pace} how long to leave it alone, {@code FeedRunner} writes down how it
 * went, {@code Fetching} is one run, {@code Rereading} a history that its source told anew.
 */
@NullMarked
package org.muscat.server.feed;

import org.jspecify.annotations.NullMarked;
