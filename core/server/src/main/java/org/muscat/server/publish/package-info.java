/** What is published, recorded before it is published, and computed again to the byte. */
@NullMarked
package org.muscat.server.publish;

import org.jspecify.annotations.NullMarked;
