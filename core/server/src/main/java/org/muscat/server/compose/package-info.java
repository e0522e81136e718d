/** Scores a panel from files: {@code muscat compose}. */
@NullMarked
package org.muscat.server.compose;

import org.jspecify.annotations.NullMarked;
