/** The program {@code muscat}. */
@NullMarked
package org.muscat.server;

import org.jspecify.annotations.NullMarked;
