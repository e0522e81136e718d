/** HTTP: the API, the page, health. */
@NullMarked
package org.muscat.server.http;

import org.jspecify.annotations.NullMarked;
