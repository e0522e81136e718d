/** What the API, the page and the score command say, as JSON. */
@NullMarked
package org.muscat.server.document;

import org.jspecify.annotations.NullMarked;
