/** How events of the log are written as JSON. */
@NullMarked
package org.muscat.server.log;

import org.jspecify.annotations.NullMarked;
