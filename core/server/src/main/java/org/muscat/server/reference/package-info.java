/** The reference and the JSON Schemas of configurations, from what the code describes. */
@NullMarked
package org.muscat.server.reference;

import org.jspecify.annotations.NullMarked;
