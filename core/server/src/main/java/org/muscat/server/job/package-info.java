/** What Muscat does at times of the clock: each run once, whichever process runs it. */
@NullMarked
package org.muscat.server.job;

import org.jspecify.annotations.NullMarked;
