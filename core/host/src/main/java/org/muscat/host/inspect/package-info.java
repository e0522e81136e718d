/** Plugins looked at by people who want to know what they are, or whether they are sound. */
@NullMarked
package org.muscat.host.inspect;

import org.jspecify.annotations.NullMarked;
