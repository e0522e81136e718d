/** Model files: theatres, pillars and weights, bound to the indicators that plugins offer. */
@NullMarked
package org.muscat.server.model;

import org.jspecify.annotations.NullMarked;
