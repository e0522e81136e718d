/** Who may ask for what. */
@NullMarked
package org.muscat.server.access;

import org.jspecify.annotations.NullMarked;
