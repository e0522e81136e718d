/** The index and its health as Prometheus metrics. */
@NullMarked
package org.muscat.server.metrics;

import org.jspecify.annotations.NullMarked;
