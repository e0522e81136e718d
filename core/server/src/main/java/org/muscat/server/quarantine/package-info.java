/** Which plugins an operator does not want to be called, kept in the data folder. */
@NullMarked
package org.muscat.server.quarantine;

import org.jspecify.annotations.NullMarked;
