/** Feeds on their schedule: fetch, store, tell that something changed. */
@NullMarked
package org.muscat.server.feed;

import org.jspecify.annotations.NullMarked;
