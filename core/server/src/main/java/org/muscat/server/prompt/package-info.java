/** Threads that begin when they are due, also on busy processors. */
@NullMarked
package org.muscat.server.prompt;

import org.jspecify.annotations.NullMarked;
