/** What goes out of the store as text, and comes back. */
@NullMarked
package org.muscat.server.archive;

import org.jspecify.annotations.NullMarked;
