/**
 * {@code muscat dev}: a host with one plugin that is being worked on.
 *
 * <p>The way in is {@link org.muscat.server.dev.DevHost}. It watches a {@link
 * org.muscat.server.dev.Workplace}; when something changes there, it compiles what is newer than
 * its classes and starts the server anew on the same port. What is wrong goes to the {@code
 * DevReport}, which the page shows.
 */
@NullMarked
package org.muscat.server.dev;

import org.jspecify.annotations.NullMarked;
