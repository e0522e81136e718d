/** What ticks do, as spans of OpenTelemetry. */
@NullMarked
package org.muscat.server.tracing;

import org.jspecify.annotations.NullMarked;
