/** The diplomacy pillar as a plugin: feeds of events, and what they say about talks and threats. */
@NullMarked
package org.muscat.diplomacy;

import org.jspecify.annotations.NullMarked;
