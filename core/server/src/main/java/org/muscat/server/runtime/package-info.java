/** A running Muscat: what a command works with, and the server. */
@NullMarked
package org.muscat.server.runtime;

import org.jspecify.annotations.NullMarked;
