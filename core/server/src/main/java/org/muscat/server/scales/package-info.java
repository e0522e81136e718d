/** Whether the scales of indicators are those that their windows give. */
@NullMarked
package org.muscat.server.scales;

import org.jspecify.annotations.NullMarked;
